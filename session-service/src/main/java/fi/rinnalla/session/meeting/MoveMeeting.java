package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.ChangeReason;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A meeting is moved to another time, and to another place or channel if need be; the client's limits hold there too. */
@RestController
class MoveMeeting {

    private final Meetings meetings;

    MoveMeeting(Meetings meetings) {
        this.meetings = meetings;
    }

    /** @param plannedMinutes as before if not said, and so channel and place */
    record Request(
            @NotNull(message = "required") LocalDate plannedOn,
            @Nullable LocalTime at,
            @Nullable Integer plannedMinutes,
            @Nullable Channel channel,
            @Nullable Place place,
            @NotNull(message = "required") Role movedBy,
            @NotNull(message = "required") ChangeReason reason) {}

    @PostMapping("/api/v1/meetings/{meeting}/move")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> move(
            @PathVariable("meeting") UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var meeting = meetings.changeInCharge(id, caller);
        ifMatch.check(meeting.version());
        var before = meeting.plannedAs();
        var anew = before.at(
                request.plannedOn(),
                request.at(),
                Optional.ofNullable(request.plannedMinutes()).orElse(before.minutes()),
                Optional.ofNullable(request.channel()).orElse(before.channel()),
                Optional.ofNullable(request.place()).orElse(before.place()));
        Optional.ofNullable(anew.at()).ifPresent(at -> Helsinki.moment(anew.on(), at));
        meetings.clientOf(meeting).ifPresent(client -> ClientsLimits.hold(client, anew.occasion()));
        meetings.save(meeting, meeting.move(anew, request.movedBy(), request.reason()));
        return Answer.done(meeting);
    }
}
