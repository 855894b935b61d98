package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.event.Event;
import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.FollowsRequest;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.peerexpert.task.Slot;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a meeting moves or is cancelled, its tasks follow: kept, asked again, or released; whoever is concerned is told. */
@Component
public class FollowRequest {

    private static final Duration KEPT_WITHIN = Duration.ofMinutes(30);

    private final PeerRequests requests;
    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final GiveTask tasks;
    private final Notices notices;
    private final List<FollowsRequest> others;

    FollowRequest(
            PeerRequests requests,
            Assignments assignments,
            PeerExperts peerExperts,
            GiveTask tasks,
            Notices notices,
            List<FollowsRequest> others) {
        this.requests = requests;
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.tasks = tasks;
        this.notices = notices;
        this.others = others;
    }

    public void move(PeerRequest request, Slot to) {
        var was = request.slot();
        request.move(to);
        requests.save(request);
        assignments.aheadOf(request.id()).forEach(assignment -> follow(assignment, was, to));
        others.forEach(other -> other.moved(request));
    }

    private void follow(Assignment assignment, Slot was, Slot to) {
        var peer = peerExperts.get(assignment.peerExpert());
        boolean cannot = assignments.isBusy(assignment, to)
                || peer.profile().availability().stream()
                        .anyMatch(window -> window.kind() == Availability.Kind.CANNOT && window.touches(to));
        if (cannot) {
            tasks.takeBack(assignment, true);
            notices.tell(peer.login(), NoticeKind.TASK_RELEASED, assignment.id());
            return;
        }
        boolean askAgain = Duration.between(was.begins(), to.begins()).abs().compareTo(KEPT_WITHIN) > 0;
        assignment.follow(to, askAgain);
        assignments.save(assignment);
        assignments.unbook(assignment);
        assignments.book(assignment);
        notices.tell(peer.login(), askAgain ? NoticeKind.TASK_MOVED_CONFIRM : NoticeKind.TASK_MOVED, assignment.id());
    }

    /** Nobody is wanted any more. */
    public void cancel(PeerRequest request) {
        assignments.aheadOf(request.id()).forEach(assignment -> {
            tasks.takeBack(assignment, false);
            notices.tell(peerExperts.get(assignment.peerExpert()).login(), NoticeKind.TASK_CANCELLED, assignment.id());
        });
        close(request);
    }

    public void close(PeerRequest request) {
        var closed = request.close();
        requests.save(request, closed.stream().toArray(Event[]::new));
        others.forEach(other -> other.closed(request));
    }
}
