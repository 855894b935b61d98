package fi.rinnalla.peerexpert.assignment;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Professional and peer expert prepare and debrief together; afterwards the peer says how it felt (P37, P59). */
@RestController
class WorkInPair {

    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final Notices notices;

    WorkInPair(Assignments assignments, PeerExperts peerExperts, Notices notices) {
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.notices = notices;
    }

    record Written(@Words(max = 4_000) String words) {}

    record Felt(@NotNull(message = "required") Assignment.Pulse pulse) {}

    record Fee(boolean refused) {}

    @PostMapping("/api/v1/assignments/{assignment}/preparation")
    @AllowedTo({PROFESSIONAL, PEER_EXPERT})
    ResponseEntity<Void> prepare(
            @PathVariable("assignment") UUID id, @Valid @RequestBody Written written, Caller caller) {
        return change(id, caller, false, assignment -> assignment.prepare(caller.login(), written.words()));
    }

    @PostMapping("/api/v1/assignments/{assignment}/debrief")
    @AllowedTo({PROFESSIONAL, PEER_EXPERT})
    ResponseEntity<Void> debrief(
            @PathVariable("assignment") UUID id, @Valid @RequestBody Written written, Caller caller) {
        return change(id, caller, false, assignment -> assignment.debrief(caller.login(), written.words()));
    }

    @PostMapping("/api/v1/assignments/{assignment}/fee")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> fee(@PathVariable("assignment") UUID id, @Valid @RequestBody Fee fee, Caller caller) {
        return change(id, caller, true, assignment -> assignment.refuseFee(fee.refused()));
    }

    /** "Too heavy" reaches the support contact, and nobody else. */
    @PostMapping("/api/v1/assignments/{assignment}/pulse")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> feel(@PathVariable("assignment") UUID id, @Valid @RequestBody Felt felt, Caller caller) {
        var done = change(id, caller, true, assignment -> assignment.feel(felt.pulse()));
        if (felt.pulse() == Assignment.Pulse.TOO_HEAVY) {
            peerExperts
                    .me(caller)
                    .supportContact()
                    .ifPresent(contact -> notices.tell(contact, NoticeKind.TOO_HEAVY, id));
        }
        return done;
    }

    private ResponseEntity<Void> change(UUID id, Caller caller, boolean peerAlone, Consumer<Assignment> how) {
        var assignment = assignments.change(id);
        boolean own = peerExperts
                .named(caller.login())
                .filter(me -> assignment.isOf(me.id()))
                .isPresent();
        if (!own && (peerAlone || !assignment.workers().contains(caller.login()))) {
            throw new NotFound();
        }
        how.accept(assignment);
        assignments.save(assignment);
        return Answer.done(assignment);
    }
}
