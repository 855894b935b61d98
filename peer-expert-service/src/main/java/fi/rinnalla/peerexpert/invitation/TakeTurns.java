package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.pool.WhenPaused;
import fi.rinnalla.peerexpert.request.FollowsRequest;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.delivering.Sealing;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose turn it is: when somebody says no, or does not answer, the next is asked. */
@Component
class TakeTurns implements FollowsRequest, WhenPaused {

    private final Invitations invitations;
    private final PeerRequests requests;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final Sealing sealing;
    private final Clock clock;

    TakeTurns(
            Invitations invitations,
            PeerRequests requests,
            PeerExperts peerExperts,
            Notices notices,
            Sealing sealing,
            Clock clock) {
        this.invitations = invitations;
        this.requests = requests;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.sealing = sealing;
        this.clock = clock;
    }

    void send(Invitation invitation) {
        var code = sealing.open(invitation.send(clock.instant()));
        notices.tell(loginOf(invitation), NoticeKind.INVITED, invitation.id(), DeclineByLink.path(code));
    }

    /** One fewer answers are awaited: the next in turn is asked, or the coordinator hears that nobody is left. */
    void next(UUID request) {
        var open = invitations.openOf(request);
        var found = requests.get(request);
        long awaited = open.stream()
                .filter(one -> one.state() == Invitation.State.SENT)
                .count();
        if (!found.isOpen() || awaited >= found.wantedStill()) {
            return;
        }
        open.stream()
                .filter(one -> one.state() == Invitation.State.WAITING)
                .findFirst()
                .ifPresentOrElse(
                        turn -> {
                            send(turn);
                            invitations.save(turn);
                        },
                        () -> {
                            if (awaited == 0) {
                                notices.tellCoordinators(NoticeKind.NOBODY_LEFT, request);
                            }
                        });
    }

    /** All who were wanted will come: the others are told that the place is taken, and not by whom. */
    void close(UUID request, NoticeKind why) {
        invitations.openOf(request).forEach(one -> {
            boolean knew = one.state() == Invitation.State.SENT;
            one.withdraw();
            invitations.save(one);
            if (knew) {
                notices.tell(loginOf(one), why, one.id());
            }
        });
    }

    @Override
    public void moved(PeerRequest request) {
        invitations.openOf(request.id()).stream()
                .filter(one -> one.state() == Invitation.State.SENT)
                .forEach(one -> notices.tell(loginOf(one), NoticeKind.TASK_MOVED, one.id()));
    }

    @Override
    public void closed(PeerRequest request) {
        close(request.id(), NoticeKind.INVITATION_WITHDRAWN);
    }

    /** Whoever pauses is asked nothing; the next in turn is. */
    @Override
    public void paused(PeerExpert peer) {
        for (var one : invitations.openTo(peer.id())) {
            one.withdraw();
            invitations.save(one);
            next(one.request());
        }
    }

    private String loginOf(Invitation invitation) {
        return peerExperts.get(invitation.peerExpert()).login();
    }
}
