package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Themes of one's own experience, and stories that were told: told by the peer alone, shown where they consent, withdrawn at will. */
@RestController
class TellExperience {

    private final PeerExperts peerExperts;
    private final Experiences experiences;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    TellExperience(PeerExperts peerExperts, Experiences experiences, AccessLog accessLog, Ids ids, Clock clock) {
        this.peerExperts = peerExperts;
        this.experiences = experiences;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    record Themes(
            @NotNull(message = "required") @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Words(max = 100) String> themes) {}

    record Told(@Words(max = 200) String title, @Nullable LocalDate toldOn) {}

    @PostMapping("/api/v1/peer-experts/me/experience")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> experience(@Valid @RequestBody Themes told, Caller caller) {
        experiences.keep(peerExperts.me(caller).id(), told.themes());
        return ResponseEntity.noContent().build();
    }

    /** For a coordinator, where the peer expert consents to it; the look is kept and the peer sees it. */
    @GetMapping("/api/v1/peer-experts/{peer}/experience")
    @AllowedTo(COORDINATOR)
    Themes read(@PathVariable("peer") UUID id, Caller caller) {
        var peer = peerExperts
                .find(id)
                .filter(found -> !found.isProtected() && found.allows(Consent.Field.EXPERIENCE, Consent.Purpose.POOL))
                .orElseThrow(NotFound::new);
        accessLog.touched(caller, "experience-read", id, "coordinating");
        return new Themes(experiences.of(peer.id()));
    }

    @PostMapping("/api/v1/peer-experts/me/stories")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> story(@Valid @RequestBody Told told, Caller caller) {
        var me = peerExperts.changeMe(caller);
        var story = ids.get();
        me.tell(story, told.title(), Helsinki.told("/toldOn", told.toldOn(), clock));
        peerExperts.save(me);
        return Answer.part("/api/v1/peer-experts/me/stories", story, me);
    }

    @PostMapping("/api/v1/peer-experts/me/stories/{story}/withdraw")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> withdraw(@PathVariable("story") UUID story, Caller caller) {
        var me = peerExperts.changeMe(caller);
        me.withdrawStory(story, Helsinki.today(clock));
        peerExperts.save(me);
        return Answer.done(me);
    }
}
