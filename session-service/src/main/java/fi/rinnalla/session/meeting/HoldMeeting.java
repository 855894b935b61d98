package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.session.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A meeting was held and is closed. If the client answers the closing question privately, only that much is told here;
 * the page then asks the feedback-service for a link, which never hears of the meeting.
 */
@RestController
class HoldMeeting {

    private final Meetings meetings;
    private final Outbox outbox;
    private final Clock clock;

    HoldMeeting(Meetings meetings, Outbox outbox, Clock clock) {
        this.meetings = meetings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param channel how people met in the end; as planned if not said */
    record Request(
            @NotNull(message = "required") LocalDate heldOn,
            int actualMinutes,
            @NotNull(message = "required") Role startedBy,
            @NotNull(message = "required") Set<@NotNull(message = "required") Role> roles,
            @Nullable Channel channel,
            @NotNull(message = "required") ClosingQuestion closingQuestion) {}

    @PostMapping("/api/v1/meetings/{id}/hold")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Void> hold(
            @PathVariable UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var meeting = meetings.get(id);
        if (!caller.is(UserRole.COORDINATOR) && !meeting.isOf(caller.login())) {
            throw new NotFound();
        }
        ifMatch.check(meeting.version());
        var held = meeting.hold(
                new Meeting.Held(
                        request.heldOn(),
                        clock.instant(),
                        request.actualMinutes(),
                        request.startedBy(),
                        request.roles(),
                        Optional.ofNullable(request.channel())
                                .orElse(meeting.plannedAs().channel()),
                        request.closingQuestion()),
                Helsinki.today(clock));
        meetings.saveHeld(meeting);
        outbox.say(meeting.id(), meeting.version(), held);
        return ResponseEntity.noContent().eTag("\"" + meeting.version() + "\"").build();
    }
}
