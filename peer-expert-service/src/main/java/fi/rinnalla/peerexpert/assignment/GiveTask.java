package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.event.Event;
import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A peer expert has accepted: the time is booked, the request has one fewer to find, and whoever planned it hears so. */
@Component
public class GiveTask {

    private final PeerRequests requests;
    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    GiveTask(
            PeerRequests requests,
            Assignments assignments,
            PeerExperts peerExperts,
            Notices notices,
            Ids ids,
            Clock clock) {
        this.requests = requests;
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param request locked by the caller */
    public Assignment give(PeerRequest request, PeerExpert peer, boolean feeRefused) {
        request.requireOpen();
        request.termsOnTheTable();
        if (!peer.isReady()) {
            throw new Refused("not-available", "It is not a good time for new tasks. Say that it is, and try again.");
        }
        if (request.isPairWork() && !peer.mayWorkInPair()) {
            throw new Refused(
                    "no-role-agreement", "Before the first pair task the two agree on roles and on who gives support.");
        }
        var assignment = new Assignment(ids.get(), request, peer.id(), feeRefused);
        assignments.add(assignment, assignment.assigned().stream().toArray(Event[]::new));
        assignments.book(assignment);
        var filled = request.take(Helsinki.today(clock), clock.instant());
        requests.save(request, filled.stream().toArray(Event[]::new));
        request.workers().forEach(worker -> notices.tell(worker, NoticeKind.ASSIGNED, assignment.id()));
        return assignment;
    }

    /** The task needs a new person, or nobody any more; whoever is concerned is told, and not why. */
    public void takeBack(Assignment assignment, boolean somebodyElse) {
        assignments.unbook(assignment);
        assignments.save(assignment, assignment.release().stream().toArray(Event[]::new));
        peerExperts.find(assignment.peerExpert()).ifPresent(peer -> {
            peer.taskEnded(assignment.id());
            peerExperts.save(peer);
        });
        if (somebodyElse) {
            var request = requests.change(assignment.request());
            request.giveBack();
            requests.save(request);
            notices.tellCoordinators(NoticeKind.NEEDS_NEW_PERSON, request.id());
            assignment.workers().forEach(worker -> notices.tell(worker, NoticeKind.NEEDS_NEW_PERSON, request.id()));
        }
    }
}
