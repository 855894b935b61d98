package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertAssigned;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator assigns a peer expert to a meeting that asked for one, as the professional's pair. */
@RestController
class AssignPeerExpert {

    private final JdbcClient rows;
    private final Outbox outbox;
    private final Ids ids;

    AssignPeerExpert(JdbcClient rows, Outbox outbox, Ids ids) {
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
    }

    record Request(
            @NotNull(message = "required") UUID meeting, @NotNull(message = "required") UUID peerExpert) {}

    private record Wanted(String unit, LocalDate plannedOn, boolean open) {}

    @PostMapping("/api/v1/assignments")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> assign(@Valid @RequestBody Request request) {
        // Locked, so that the meeting can't be heard to be held in between.
        var wanted = rows.sql("SELECT unit, planned_on, open FROM request WHERE meeting = ? FOR UPDATE")
                .param(request.meeting())
                .query(Wanted.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!wanted.open()) {
            throw new Refused("request-closed", "The meeting has a peer expert already, or was held.");
        }
        if (rows.sql("SELECT FROM peer_expert WHERE id = ?").param(request.peerExpert()).query().listOfRows().isEmpty()) {
            throw BadRequest.field("/peerExpert", "unknown", "There is nobody of this id in your pool.");
        }
        var id = ids.get();
        rows.sql("UPDATE request SET open = false WHERE meeting = ?").param(request.meeting()).update();
        rows.sql("""
                        INSERT INTO assignment (id, version, meeting, unit, planned_on, peer_expert)
                        VALUES (?, 1, ?, ?, ?, ?)
                        """)
                .params(id, request.meeting(), wanted.unit(), wanted.plannedOn(), request.peerExpert())
                .update();
        outbox.say(id, 1, new PeerExpertAssigned(request.meeting()));
        return ResponseEntity.created(URI.create("/api/v1/assignments/" + id)).build();
    }
}
