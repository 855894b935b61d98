package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything approved goes to payroll in one file; the file can be read again. */
@RestController
class SendToPayroll {

    private final Claims claims;
    private final PeerExperts peerExperts;
    private final SetPayroll payroll;
    private final Ids ids;
    private final Clock clock;

    SendToPayroll(Claims claims, PeerExperts peerExperts, SetPayroll payroll, Ids ids, Clock clock) {
        this.claims = claims;
        this.peerExperts = peerExperts;
        this.payroll = payroll;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param claims how many are in it */
    record Batch(UUID batch, int claims) {}

    @PostMapping("/api/v1/payroll/batches")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Batch> send() {
        var approved = claims.approved();
        if (approved.isEmpty()) {
            throw new Refused("nothing-to-send", "No claim is approved and waiting.");
        }
        var batch = ids.get();
        for (var claim : approved) {
            claim.send(batch, Helsinki.today(clock));
            claims.save(claim);
        }
        return ResponseEntity.created(URI.create("/api/v1/payroll/batches/" + batch))
                .body(new Batch(batch, approved.size()));
    }

    @GetMapping(path = "/api/v1/payroll/batches/{batch}", produces = "text/csv;charset=UTF-8")
    @AllowedTo(COORDINATOR)
    ResponseEntity<String> read(@PathVariable("batch") UUID batch) {
        var sent = claims.inBatch(batch);
        if (sent.isEmpty()) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"payroll-" + batch + ".csv\"")
                .body(PayrollFile.write(sent, claim -> peerExperts.get(claim.peerExpert()), payroll.read()));
    }
}
