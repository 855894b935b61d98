package fi.rinnalla.session.commitment;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.commitment.CommitmentEvent.CommitmentClosed;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A promise was kept, on time or late, or is cancelled with notice; either of the two may say so (P10). */
@RestController
class CloseCommitment {

    private final Clients clients;
    private final Commitments commitments;
    private final Clock clock;

    CloseCommitment(Clients clients, Commitments commitments, Clock clock) {
        this.clients = clients;
        this.commitments = commitments;
        this.clock = clock;
    }

    record Kept(@NotNull(message = "required") LocalDate on) {}

    record Cancelled(@Words(max = 2_000) String notice) {}

    @PostMapping("/api/v1/commitments/{commitment}/keep")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<Void> keep(@PathVariable("commitment") UUID id, @Valid @RequestBody Kept kept, Caller caller) {
        var on = Helsinki.notAfterToday("/on", kept.on(), clock);
        return close(id, caller, commitment -> commitment.keep(on));
    }

    @PostMapping("/api/v1/commitments/{commitment}/cancel")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<Void> cancel(
            @PathVariable("commitment") UUID id, @Valid @RequestBody Cancelled cancelled, Caller caller) {
        return close(id, caller, commitment -> commitment.cancel(Helsinki.today(clock), cancelled.notice()));
    }

    private ResponseEntity<Void> close(UUID id, Caller caller, Function<Commitment, CommitmentClosed> how) {
        var commitment = commitments.change(id);
        clients.between(commitment.promise().client(), caller);
        commitments.save(commitment, how.apply(commitment));
        return Answer.done(commitment);
    }
}
