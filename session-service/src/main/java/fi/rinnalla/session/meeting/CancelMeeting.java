package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.ChangeReason;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
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

/** A planned meeting is cancelled: by whom and why, as a code. */
@RestController
class CancelMeeting {

    private final Meetings meetings;

    CancelMeeting(Meetings meetings) {
        this.meetings = meetings;
    }

    record Request(
            @NotNull(message = "required") Role cancelledBy,
            @NotNull(message = "required") ChangeReason reason) {}

    @PostMapping("/api/v1/meetings/{meeting}/cancel")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> cancel(
            @PathVariable("meeting") UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var meeting = meetings.changeInCharge(id, caller);
        ifMatch.check(meeting.version());
        meetings.save(meeting, meeting.cancel(request.cancelledBy(), request.reason()));
        return Answer.done(meeting);
    }
}
