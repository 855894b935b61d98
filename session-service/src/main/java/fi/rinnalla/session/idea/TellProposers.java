package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Every proposer is told: they say that they have read the answer, or a coordinator has told them. */
@RestController
class TellProposers {

    private final Ideas ideas;
    private final Clock clock;

    TellProposers(Ideas ideas, Clock clock) {
        this.ideas = ideas;
        this.clock = clock;
    }

    /** @param proposer whom the coordinator has told; absent for oneself */
    record Request(
            @Nullable @Login String proposer, @Nullable LocalDate toldOn) {}

    @PostMapping("/api/v1/ideas/{idea}/told")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<Void> told(@PathVariable("idea") UUID id, @Valid @RequestBody Request request, Caller caller) {
        var idea = ideas.change(id);
        var login = caller.is(COORDINATOR) && request.proposer() != null ? request.proposer() : caller.login();
        if (!idea.wasProposedBy(login)) {
            throw new NotFound();
        }
        var said = idea.tell(new Proposer(login, null, null), Helsinki.told("/toldOn", request.toldOn(), clock));
        ideas.save(idea, said.stream().toArray(fi.rinnalla.event.Event[]::new));
        return Answer.done(idea);
    }
}
