package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody takes a seat in a meeting that is open to join, or gives it back. There are never more than the seats. */
@RestController
class JoinMeeting {

    private final Meetings meetings;

    JoinMeeting(Meetings meetings) {
        this.meetings = meetings;
    }

    /** @param role in which the person takes part this time; one that the person has */
    record Request(@NotNull(message = "required") Role role) {}

    @PostMapping("/api/v1/meetings/{meeting}/join")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<Void> join(@PathVariable("meeting") UUID id, @Valid @RequestBody Request request, Caller caller) {
        if (!mayBe(request.role(), caller)) {
            throw BadRequest.field("/role", "not-yours", "Join in a role that you have.");
        }
        meetings.visible(id, caller);
        var meeting = meetings.change(id);
        meeting.join(new Participant(caller.login(), request.role()));
        meetings.save(meeting);
        return Answer.done(meeting);
    }

    @PostMapping("/api/v1/meetings/{meeting}/leave")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<Void> leave(@PathVariable("meeting") UUID id, Caller caller) {
        meetings.visible(id, caller);
        var meeting = meetings.change(id);
        meeting.leave(caller.login());
        meetings.save(meeting);
        return Answer.done(meeting);
    }

    /** Roles are of this meeting: a peer expert may well take part as a client. */
    private static boolean mayBe(Role role, Caller caller) {
        return switch (role) {
            case CLIENT -> caller.is(CLIENT, PEER_EXPERT);
            case PEER_EXPERT -> caller.is(PEER_EXPERT);
            case PROFESSIONAL -> caller.is(PROFESSIONAL, COORDINATOR);
            case MANAGER -> caller.is(MANAGER);
        };
    }
}
