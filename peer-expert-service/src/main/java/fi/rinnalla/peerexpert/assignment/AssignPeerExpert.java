package fi.rinnalla.peerexpert.assignment;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed face to face: a coordinator writes down that a peer expert has accepted. */
@RestController
class AssignPeerExpert {

    private final PeerRequests requests;
    private final PeerExperts peerExperts;
    private final GiveTask tasks;
    private final Notices notices;

    AssignPeerExpert(PeerRequests requests, PeerExperts peerExperts, GiveTask tasks, Notices notices) {
        this.requests = requests;
        this.peerExperts = peerExperts;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** @param request or the meeting that it came from: one of the two */
    record Request(
            @Nullable UUID request,
            @Nullable UUID meeting,
            @NotNull(message = "required") UUID peerExpert,
            @Nullable Boolean feeRefused) {}

    @PostMapping("/api/v1/assignments")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> assign(@Valid @RequestBody Request asked) {
        if ((asked.request() == null) == (asked.meeting() == null)) {
            throw BadRequest.field(
                    "/request", "request-or-meeting", "Name the request, or the meeting that it came from.");
        }
        var request = Optional.ofNullable(asked.request())
                .map(requests::change)
                .or(() -> Optional.ofNullable(asked.meeting()).flatMap(requests::ofMeeting))
                .orElseThrow(NotFound::new);
        var peer = peerExperts
                .find(asked.peerExpert())
                .orElseThrow(
                        () -> BadRequest.field("/peerExpert", "unknown", "There is nobody of this id in your pool."));
        var assignment = tasks.give(request, peer, Boolean.TRUE.equals(asked.feeRefused()));
        notices.tell(peer.login(), NoticeKind.ASSIGNED, assignment.id());
        return Answer.created("/api/v1/assignments", assignment);
    }
}
