package fi.rinnalla.session.commitment;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.commitment.PromisedBy;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Something is promised by a day, where the client can see it (P10). */
@RestController
class MakeCommitment {

    private final Clients clients;
    private final Commitments commitments;
    private final Ids ids;

    MakeCommitment(Clients clients, Commitments commitments, Ids ids) {
        this.clients = clients;
        this.commitments = commitments;
        this.ids = ids;
    }

    record Request(
            @Words(max = 2_000) String promise,
            @NotNull(message = "required") PromisedBy promisedBy,
            @Words(max = 100) String name,
            @NotNull(message = "required") LocalDate dueOn) {}

    @PostMapping("/api/v1/clients/{client}/commitments")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<Void> make(@PathVariable("client") UUID id, @Valid @RequestBody Request request, Caller caller) {
        var client = clients.between(id, caller);
        var commitment = new Commitment(
                ids.get(),
                new Commitment.Promise(
                        id, client.unit(), request.promise(), request.promisedBy(), request.name(), request.dueOn()));
        commitments.add(commitment, commitment.made());
        return Answer.created("/api/v1/commitments", commitment);
    }
}
