package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A step is taken, paused, or put ahead again; one that was missed is only paused (P13). */
@RestController
class TakeStep {

    private final Write write;
    private final Clock clock;

    TakeStep(Write write, Clock clock) {
        this.write = write;
        this.clock = clock;
    }

    record Done(@NotNull(message = "required") LocalDate on) {}

    @PostMapping("/api/v1/plans/{plan}/steps/{step}/done")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> done(
            @PathVariable("plan") UUID plan, @PathVariable UUID step, @Valid @RequestBody Done done, Caller caller) {
        var on = Helsinki.notAfterToday("/on", done.on(), clock);
        return Answer.done(write.saying(plan, caller, notebook -> notebook.done(step, on)));
    }

    @PostMapping("/api/v1/plans/{plan}/steps/{step}/pause")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> pause(@PathVariable("plan") UUID plan, @PathVariable UUID step, Caller caller) {
        return Answer.done(write.quietly(plan, caller, notebook -> notebook.pause(step)));
    }

    @PostMapping("/api/v1/plans/{plan}/steps/{step}/resume")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> resume(@PathVariable("plan") UUID plan, @PathVariable UUID step, Caller caller) {
        return Answer.done(write.quietly(plan, caller, notebook -> notebook.resume(step)));
    }
}
