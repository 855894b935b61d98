package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A peer expert says what they want to say of themselves, and for what each field may be used (P49). */
@RestController
class DescribeYourself {

    private final PeerExperts peerExperts;

    DescribeYourself(PeerExperts peerExperts) {
        this.peerExperts = peerExperts;
    }

    /** @param neverWith logins of people with whom they don't work; nobody else sees it
     *  @param ownUnits  units where they are clients themselves; nobody else sees it */
    record Boundaries(
            @NotNull(message = "required") @Size(max = 100, message = "at-most-100")
            Set<@NotNull(message = "required") @Login String> neverWith,

            @NotNull(message = "required") @Size(max = 100, message = "at-most-100")
            Set<@NotNull(message = "required") @Login String> ownUnits,

            boolean protectedPerson) {}

    @PostMapping("/api/v1/peer-experts/me/profile")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> describe(@Valid @RequestBody Profile profile, IfMatch ifMatch, Caller caller) {
        var me = peerExperts.changeMe(caller);
        ifMatch.check(me.version(), profile);
        me.describe(profile);
        return saved(me);
    }

    @PostMapping("/api/v1/peer-experts/me/boundaries")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> bound(@Valid @RequestBody Boundaries boundaries, Caller caller) {
        var me = peerExperts.changeMe(caller);
        me.never(boundaries.neverWith(), boundaries.ownUnits());
        me.protect(boundaries.protectedPerson());
        return saved(me);
    }

    @PostMapping("/api/v1/peer-experts/me/consents")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> consent(@Valid @RequestBody Consent consent, Caller caller) {
        var me = peerExperts.changeMe(caller);
        me.consent(consent);
        return saved(me);
    }

    @PostMapping("/api/v1/peer-experts/me/consents/withdraw")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> withdraw(@Valid @RequestBody Consent consent, Caller caller) {
        var me = peerExperts.changeMe(caller);
        me.withdraw(consent);
        return saved(me);
    }

    private ResponseEntity<Void> saved(PeerExpert me) {
        peerExperts.save(me);
        return Answer.done(me);
    }
}
