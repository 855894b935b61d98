package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Time is set aside for a meeting, with a peer expert as the professional's pair if one is wanted. */
@RestController
class PlanMeeting {

    private final Meetings meetings;
    private final Outbox outbox;
    private final Ids ids;

    PlanMeeting(Meetings meetings, Outbox outbox, Ids ids) {
        this.meetings = meetings;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** @param professional whose meeting it is; the caller's own if not said */
    record Request(
            @NotNull(message = "required") String unit,
            @Nullable UUID activity,
            @NotNull(message = "required") MeetingKind kind,
            @NotNull(message = "required") Channel channel,
            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,60}", message = "login") String professional,
            @NotNull(message = "required") LocalDate plannedOn,
            int plannedMinutes,
            boolean peerExpertWanted) {}

    @PostMapping("/api/v1/meetings")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Void> plan(@Valid @RequestBody Request request, Caller caller) {
        // A professional plans for themselves; only a coordinator plans for others.
        var professional = caller.is(UserRole.COORDINATOR)
                ? Optional.ofNullable(request.professional()).orElse(caller.login())
                : caller.login();
        var meeting = Meeting.plan(
                ids.get(),
                new Meeting.Planned(
                        request.unit(),
                        request.activity(),
                        request.kind(),
                        request.channel(),
                        professional,
                        request.plannedOn(),
                        request.plannedMinutes(),
                        request.peerExpertWanted()));
        meetings.add(meeting);
        outbox.say(meeting.id(), meeting.version(), meeting.planned());
        return ResponseEntity.created(URI.create("/api/v1/meetings/" + meeting.id()))
                .eTag("\"" + meeting.version() + "\"")
                .build();
    }
}
