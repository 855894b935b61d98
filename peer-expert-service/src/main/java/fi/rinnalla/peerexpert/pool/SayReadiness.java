package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "Is it a good time for this?" yes, rather not, or pause all: one tap, no reason, no history for others (P40). */
@RestController
class SayReadiness {

    private final PeerExperts peerExperts;
    private final List<WhenPaused> whenPaused;
    private final Clock clock;

    SayReadiness(PeerExperts peerExperts, List<WhenPaused> whenPaused, Clock clock) {
        this.peerExperts = peerExperts;
        this.whenPaused = whenPaused;
        this.clock = clock;
    }

    /** @param askEveryDays how often to be asked anew */
    record Said(
            @NotNull(message = "required") Readiness answer,

            @Nullable @Min(value = 1, message = "1-to-365") @Max(value = 365, message = "1-to-365")
            Integer askEveryDays) {}

    @PostMapping("/api/v1/peer-experts/me/readiness")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> say(@Valid @RequestBody Said said, Caller caller) {
        var me = peerExperts.changeMe(caller);
        me.ready(said.answer(), said.askEveryDays(), Helsinki.today(clock));
        peerExperts.save(me);
        if (said.answer() == Readiness.PAUSED) {
            whenPaused.forEach(then -> then.paused(me));
        }
        return Answer.done(me);
    }
}
