package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
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

/** Somebody is asked along to a meeting in the role of that meeting; from then on the meeting is there for them (P60). */
@RestController
class InviteParticipant {

    private final Meetings meetings;

    InviteParticipant(Meetings meetings) {
        this.meetings = meetings;
    }

    record Request(
            @NotNull(message = "required") @Login String login,
            @NotNull(message = "required") Role role) {}

    @PostMapping("/api/v1/meetings/{meeting}/participants")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> invite(@PathVariable("meeting") UUID id, @Valid @RequestBody Request request, Caller caller) {
        var meeting = meetings.changeInCharge(id, caller);
        meeting.invite(new Participant(request.login(), request.role()));
        meetings.save(meeting);
        return Answer.done(meeting);
    }
}
