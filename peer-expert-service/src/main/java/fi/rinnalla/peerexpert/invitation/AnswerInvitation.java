package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.event.request.RequestEvent.InvitationAnswered;
import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.GiveTask;
import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The peer expert decides: yes, with or without the fee; no; or a question first. */
@RestController
class AnswerInvitation {

    private final Invitations invitations;
    private final PeerRequests requests;
    private final PeerExperts peerExperts;
    private final GiveTask tasks;
    private final TakeTurns turns;
    private final Notices notices;
    private final Clock clock;

    AnswerInvitation(
            Invitations invitations,
            PeerRequests requests,
            PeerExperts peerExperts,
            GiveTask tasks,
            TakeTurns turns,
            Notices notices,
            Clock clock) {
        this.invitations = invitations;
        this.requests = requests;
        this.peerExperts = peerExperts;
        this.tasks = tasks;
        this.turns = turns;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param feeRefused the expenses are covered all the same */
    record Accepted(@Nullable Boolean feeRefused) {}

    record Question(@Words(max = 2_000) String words) {}

    @PostMapping("/api/v1/invitations/{invitation}/accept")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> accept(
            @PathVariable("invitation") UUID id, @Valid @RequestBody Accepted accepted, Caller caller) {
        var me = peerExperts.me(caller);
        own(id, caller);
        return Answer.created("/api/v1/assignments", accept(id, me, Boolean.TRUE.equals(accepted.feeRefused())));
    }

    Assignment accept(UUID id, PeerExpert me, boolean feeRefused) {
        var request = requests.change(invitations.get(id).request());
        var invitation = invitations.change(id);
        request.requireOpen();
        invitation.accept(clock.instant());
        invitations.save(invitation);
        var assignment = tasks.give(request, me, feeRefused);
        answered(request, true);
        if (!request.isOpen()) {
            turns.close(request.id(), NoticeKind.PLACE_TAKEN);
        }
        return assignment;
    }

    @PostMapping("/api/v1/invitations/{invitation}/decline")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> decline(@PathVariable("invitation") UUID id, Caller caller) {
        own(id, caller);
        return Answer.done(decline(id));
    }

    Invitation decline(UUID id) {
        var request = requests.change(invitations.get(id).request());
        var invitation = invitations.change(id);
        invitation.decline(clock.instant());
        invitations.save(invitation);
        answered(request, false);
        turns.next(request.id());
        return invitation;
    }

    @PostMapping("/api/v1/invitations/{invitation}/question")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> ask(
            @PathVariable("invitation") UUID id, @Valid @RequestBody Question question, Caller caller) {
        own(id, caller);
        var invitation = invitations.change(id);
        invitation.ask(question.words());
        invitations.save(invitation);
        notices.tellCoordinators(NoticeKind.QUESTION_ASKED, id);
        return Answer.done(invitation);
    }

    @PostMapping("/api/v1/invitations/{invitation}/answer")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> answer(@PathVariable("invitation") UUID id, @Valid @RequestBody Question answer) {
        var invitation = invitations.change(id);
        invitation.answer(answer.words(), clock.instant());
        invitations.save(invitation);
        notices.tell(peerExperts.get(invitation.peerExpert()).login(), NoticeKind.QUESTION_ANSWERED, id);
        return Answer.done(invitation);
    }

    @PostMapping("/api/v1/invitations/{invitation}/withdraw")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> withdraw(@PathVariable("invitation") UUID id) {
        requests.change(invitations.get(id).request());
        var invitation = invitations.change(id);
        boolean knew = invitation.state() == Invitation.State.SENT;
        invitation.withdraw();
        invitations.save(invitation);
        if (knew) {
            notices.tell(peerExperts.get(invitation.peerExpert()).login(), NoticeKind.INVITATION_WITHDRAWN, id);
        }
        turns.next(invitation.request());
        return Answer.done(invitation);
    }

    private void answered(PeerRequest request, boolean accepted) {
        requests.save(request, new InvitationAnswered(request.unit(), request.kind(), Helsinki.today(clock), accepted));
    }

    /** Without a lock: whoever changes more than the invitation locks its request first, always in that order. */
    private Invitation own(UUID id, Caller caller) {
        var me = peerExperts.me(caller);
        return invitations.find(id).filter(one -> one.isOf(me.id())).orElseThrow(NotFound::new);
    }
}
