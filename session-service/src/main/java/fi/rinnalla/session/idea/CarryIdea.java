package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What was adopted is tried and rooted in a unit's basic work, with checks after the project's end, or stopped (P51). */
@RestController
class CarryIdea {

    private final Ideas ideas;
    private final Units units;
    private final Clock clock;

    CarryIdea(Ideas ideas, Units units, Clock clock) {
        this.ideas = ideas;
        this.units = units;
        this.clock = clock;
    }

    record Pilot(@NotNull(message = "required") LocalDate startedOn) {}

    record Root(
            @NotNull(message = "required") LocalDate projectEndedOn,
            @NotNull(message = "required") String ownerUnit) {}

    /** @param monthsAfter the project's end: 6 or 12 */
    record Checked(
            int monthsAfter,
            boolean alive,
            @NotNull(message = "required") String ownerUnit,
            @Nullable LocalDate on) {}

    record Stop(@Words String learned, @Nullable LocalDate on) {}

    @PostMapping("/api/v1/ideas/{idea}/pilot")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> pilot(@PathVariable("idea") UUID id, @Valid @RequestBody Pilot request) {
        return changed(id, idea -> idea.pilot(request.startedOn()));
    }

    @PostMapping("/api/v1/ideas/{idea}/root")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> root(@PathVariable("idea") UUID id, @Valid @RequestBody Root request) {
        return changed(id, idea -> idea.root(request.projectEndedOn(), known(request.ownerUnit())));
    }

    @PostMapping("/api/v1/ideas/{idea}/checks")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> check(@PathVariable("idea") UUID id, @Valid @RequestBody Checked request) {
        return changed(
                id,
                idea -> idea.check(new Rooting.Check(
                        request.monthsAfter(),
                        request.alive(),
                        known(request.ownerUnit()),
                        Helsinki.told("/on", request.on(), clock))));
    }

    @PostMapping("/api/v1/ideas/{idea}/stop")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> stop(@PathVariable("idea") UUID id, @Valid @RequestBody Stop request) {
        return changed(id, idea -> idea.stop(request.learned(), Helsinki.told("/on", request.on(), clock)));
    }

    private String known(String unit) {
        units.require(unit);
        return unit;
    }

    private ResponseEntity<Void> changed(UUID id, Function<Idea, fi.rinnalla.event.idea.IdeaEvent> how) {
        var idea = ideas.change(id);
        ideas.save(idea, how.apply(idea));
        return Answer.done(idea);
    }
}
