package fi.rinnalla.peerexpert.assignment;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer expert confirms a new time, or gives the task back; no reason is asked. */
@RestController
class KeepTask {

    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final GiveTask tasks;

    KeepTask(Assignments assignments, PeerExperts peerExperts, GiveTask tasks) {
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.tasks = tasks;
    }

    @PostMapping("/api/v1/assignments/{assignment}/confirm")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> confirm(@PathVariable("assignment") UUID id, Caller caller) {
        var assignment = own(id, caller);
        assignment.confirm();
        assignments.save(assignment);
        return Answer.done(assignment);
    }

    @PostMapping("/api/v1/assignments/{assignment}/give-back")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> giveBack(@PathVariable("assignment") UUID id, Caller caller) {
        var assignment = own(id, caller);
        tasks.takeBack(assignment, true);
        return Answer.done(assignment);
    }

    private Assignment own(UUID id, Caller caller) {
        var assignment = assignments.change(id);
        if (!assignment.isOf(peerExperts.me(caller).id())) {
            throw new NotFound();
        }
        return assignment;
    }
}
