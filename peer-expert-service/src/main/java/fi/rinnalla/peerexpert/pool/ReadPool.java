package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pool as its coordinator may see it: who agreed to be there, and of each only the fields that they allow. A peer expert
 * sees all that is kept of them, and who has looked.
 */
@RestController
class ReadPool {

    private final PeerExperts peerExperts;
    private final Experiences experiences;
    private final AccessLog accessLog;

    ReadPool(PeerExperts peerExperts, Experiences experiences, AccessLog accessLog) {
        this.peerExperts = peerExperts;
        this.experiences = experiences;
        this.accessLog = accessLog;
    }

    /** What is not allowed is absent: an empty field and a closed one look alike. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InPool(
            UUID id,
            String login,
            String name,
            Level level,
            @Nullable Set<String> languages,
            @Nullable String region,
            @Nullable Set<RoleKind> roles,
            @Nullable Integer hoursAMonth,
            boolean rolesAgreed,
            @Nullable String supportContact) {}

    /** Everything, for the one whom it is about. */
    record Own(
            UUID id,
            String login,
            String name,
            Level level,
            LocalDate joinedOn,
            Profile profile,
            Set<Consent> consents,
            Readiness readiness,
            @Nullable LocalDate readinessAnsweredOn,
            int askEveryDays,
            boolean protectedPerson,
            Set<String> neverWith,
            Set<String> ownUnits,
            @Nullable String supportContact,
            @Nullable LocalDate agreedOnRoles,
            List<PeerExpert.Story> stories,
            List<String> experience) {}

    @GetMapping("/api/v1/peer-experts")
    @AllowedTo(COORDINATOR)
    Page<InPool> pool(Paging paging) {
        var found = peerExperts.where("""
                NOT coalesce((document->>'protectedPerson')::boolean, false) AND document->>'leftOn' IS NULL
                AND id > ? ORDER BY id LIMIT ?
                """, paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(ReadPool::shown).toList(),
                paging,
                one -> one.id().toString());
    }

    @GetMapping("/api/v1/peer-experts/{peer}")
    @AllowedTo(COORDINATOR)
    ResponseEntity<InPool> one(@PathVariable("peer") UUID id, Caller caller) {
        var peer = peerExperts.find(id).filter(found -> !found.isProtected()).orElseThrow(NotFound::new);
        accessLog.touched(caller, "peer-expert-read", id, "coordinating");
        return Answer.shown(peer, shown(peer));
    }

    @GetMapping("/api/v1/peer-experts/me")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Own> own(Caller caller) {
        var me = peerExperts.me(caller);
        return Answer.shown(
                me,
                new Own(
                        me.id(),
                        me.login(),
                        me.name(),
                        me.level(),
                        me.joinedOn(),
                        me.profile(),
                        me.consents(),
                        me.readiness(),
                        me.readinessAnsweredOn(),
                        me.askEveryDays(),
                        me.isProtected(),
                        me.neverWith(),
                        me.ownUnits(),
                        me.supportContact().orElse(null),
                        me.agreedOnRoles(),
                        me.stories(),
                        experiences.of(me.id())));
    }

    @GetMapping("/api/v1/peer-experts/me/access-log")
    @AllowedTo(PEER_EXPERT)
    List<AccessLog.Touch> whoLooked(Caller caller) {
        return accessLog.of(peerExperts.me(caller).id());
    }

    private static InPool shown(PeerExpert peer) {
        var profile = peer.profile();
        return new InPool(
                peer.id(),
                peer.login(),
                peer.name(),
                peer.level(),
                ifAllowed(peer, Consent.Field.LANGUAGES, profile.languages()),
                ifAllowed(
                        peer,
                        Consent.Field.REGION,
                        profile.home() == null ? null : profile.home().name()),
                ifAllowed(peer, Consent.Field.ROLES, profile.roles()),
                ifAllowed(
                        peer,
                        Consent.Field.HOURS,
                        profile.limits() == null ? null : profile.limits().hours()),
                peer.agreedOnRoles() != null,
                peer.supportContact().orElse(null));
    }

    private static <T> @Nullable T ifAllowed(PeerExpert peer, Consent.Field field, @Nullable T value) {
        return peer.allows(field, Consent.Purpose.POOL) ? value : null;
    }
}
