package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator asks back or approves. Approved is not paid: each step is a dated state of its own. */
@RestController
class DecideClaim {

    private final Claims claims;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final Clock clock;

    DecideClaim(Claims claims, PeerExperts peerExperts, Notices notices, Clock clock) {
        this.claims = claims;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.clock = clock;
    }

    record Question(@Words(max = 2_000) String words) {}

    record Approved(@Nullable LocalDate approvedOn) {}

    @PostMapping("/api/v1/claims/{claim}/question")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> ask(@PathVariable("claim") UUID id, @Valid @RequestBody Question question) {
        return change(id, NoticeKind.CLAIM_QUESTION, claim -> claim.question(question.words(), Helsinki.today(clock)));
    }

    @PostMapping("/api/v1/claims/{claim}/approve")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> approve(@PathVariable("claim") UUID id, @Valid @RequestBody Approved approved) {
        var on = Helsinki.told("/approvedOn", approved.approvedOn(), clock);
        return change(id, NoticeKind.CLAIM_APPROVED, claim -> claim.approve(on));
    }

    private ResponseEntity<Void> change(UUID id, NoticeKind kind, Consumer<Claim> how) {
        var claim = claims.change(id);
        how.accept(claim);
        claims.save(claim);
        notices.tell(peerExperts.get(claim.peerExpert()).login(), kind, id);
        return Answer.done(claim);
    }
}
