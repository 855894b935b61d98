package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.asking.AllowedTo;
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

/** Before the first pair task the two agree on who does what, and on who is there for support (P39). */
@RestController
class AgreeOnRoles {

    private final PeerExperts peerExperts;
    private final Clock clock;

    AgreeOnRoles(PeerExperts peerExperts, Clock clock) {
        this.peerExperts = peerExperts;
        this.clock = clock;
    }

    record Agreed(
            @NotNull(message = "required") @Login String supportContact,
            @Nullable LocalDate agreedOn) {}

    @PostMapping("/api/v1/peer-experts/{peer}/role-agreement")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> agree(@PathVariable("peer") UUID id, @Valid @RequestBody Agreed agreed) {
        var peer = peerExperts.change(id);
        if (peer.is(agreed.supportContact())) {
            throw BadRequest.field("/supportContact", "oneself", "The support contact is somebody else.");
        }
        peer.agreedOnRoles(Helsinki.told("/agreedOn", agreed.agreedOn(), clock), agreed.supportContact());
        peerExperts.save(peer);
        return Answer.done(peer);
    }
}
