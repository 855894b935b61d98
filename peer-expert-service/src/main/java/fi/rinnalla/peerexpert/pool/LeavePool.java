package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Somebody leaves the pool: tasks that lie ahead find another person, and what they told of themselves is removed. */
@RestController
class LeavePool {

    private final PeerExperts peerExperts;
    private final Experiences experiences;
    private final Notices notices;
    private final List<WhenPaused> whenPaused;
    private final Clock clock;

    LeavePool(
            PeerExperts peerExperts,
            Experiences experiences,
            Notices notices,
            List<WhenPaused> whenPaused,
            Clock clock) {
        this.peerExperts = peerExperts;
        this.experiences = experiences;
        this.notices = notices;
        this.whenPaused = whenPaused;
        this.clock = clock;
    }

    @PostMapping("/api/v1/peer-experts/me/leave")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> leave(Caller caller) {
        var me = peerExperts.changeMe(caller);
        peerExperts.save(me, me.leave(Helsinki.today(clock)));
        experiences.keep(me.id(), List.of());
        notices.forget(me.login());
        whenPaused.forEach(then -> then.paused(me));
        return Answer.done(me);
    }
}
