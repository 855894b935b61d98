package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.idea.Outcome;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who can decide what is said before an idea is discussed; the decision has a reason in plain words and an owner (P46, P8). */
@RestController
class DecideIdea {

    private final Ideas ideas;
    private final Clock clock;

    DecideIdea(Ideas ideas, Clock clock) {
        this.ideas = ideas;
        this.clock = clock;
    }

    record Stated(
            @Words(max = 200) String decides,
            @Words(max = 2_000) String what,
            @NotNull(message = "required") LocalDate dueOn) {}

    /** @param decidedOn today if not said; after the day of the answer it can't be dated back to before it */
    record Decided(
            @NotNull(message = "required") Outcome outcome,
            @Words String answer,
            @Words(max = 200) String owner,
            @Nullable LocalDate deadline,
            @Nullable LocalDate decidedOn,
            @Nullable Boolean outOfScope) {}

    record Found(@Words String findings) {}

    @PostMapping("/api/v1/ideas/{idea}/mandate")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> state(@PathVariable("idea") UUID id, @Valid @RequestBody Stated request, IfMatch ifMatch) {
        var idea = ideas.change(id);
        ifMatch.check(idea.version(), request);
        ideas.save(
                idea,
                idea.state(new Mandate(request.decides(), request.what(), request.dueOn(), Helsinki.today(clock))));
        return Answer.done(idea);
    }

    @PostMapping("/api/v1/ideas/{idea}/findings")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> findings(@PathVariable("idea") UUID id, @Valid @RequestBody Found request) {
        var idea = ideas.change(id);
        idea.found(request.findings());
        ideas.save(idea);
        return Answer.done(idea);
    }

    @PostMapping("/api/v1/ideas/{idea}/decision")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> decide(
            @PathVariable("idea") UUID id, @Valid @RequestBody Decided request, IfMatch ifMatch, Caller caller) {
        var idea = ideas.change(id);
        ifMatch.check(idea.version(), request);
        var decision = new Decision(
                request.outcome(),
                request.answer(),
                request.owner(),
                request.deadline(),
                Helsinki.told("/decidedOn", request.decidedOn(), clock),
                caller.is(MANAGER),
                Boolean.TRUE.equals(request.outOfScope()));
        ideas.save(idea, idea.decide(decision, Helsinki.today(clock)));
        return Answer.done(idea);
    }
}
