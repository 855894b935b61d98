package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.meeting.Agenda.AffectedGroup;
import fi.rinnalla.session.meeting.Held.NotAsked;
import fi.rinnalla.session.meeting.Held.Spoken;
import fi.rinnalla.session.meeting.Held.Statement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A meeting was held and is closed, in one request. If the client answers the closing question privately, only that much
 * is told here; the page then asks the feedback-service for a link, which never hears of the meeting.
 */
@RestController
class HoldMeeting {

    private final Meetings meetings;
    private final List<WhenHeld> whenHeld;
    private final Clock clock;

    HoldMeeting(Meetings meetings, List<WhenHeld> whenHeld, Clock clock) {
        this.meetings = meetings;
        this.whenHeld = whenHeld;
        this.clock = clock;
    }

    /**
     * @param roles        who were present; may be left out where participants tell it
     * @param participants who were present by name, each in the role of this meeting
     * @param channel      how people met in the end; as planned if not said, and so the place
     * @param groups       whom the matter touches, as they turned out to be there or not
     */
    record Request(
            @NotNull(message = "required") LocalDate heldOn,
            int actualMinutes,
            @Nullable Integer preparationMinutes,
            @Nullable Integer debriefMinutes,
            @NotNull(message = "required") Role startedBy,
            @Nullable Set<@NotNull(message = "required") Role> roles,

            @Nullable @Size(max = 500, message = "at-most-500")
            List<@NotNull(message = "required") @Valid Participant> participants,

            @Nullable Channel channel,
            @Nullable Place place,
            @Nullable Boolean decisionMakerPresent,
            @NotNull(message = "required") ClosingQuestion closingQuestion,
            @Nullable @Valid Spoken spoken,
            @Nullable NotAsked notAskedReason,
            @Nullable @Valid Statement clientStatement,
            @Nullable List<@NotNull(message = "required") @Valid AffectedGroup> groups) {

        List<Participant> present() {
            return Optional.ofNullable(participants).orElse(List.of());
        }

        Set<Role> allRoles() {
            return Stream.concat(
                            Optional.ofNullable(roles).orElse(Set.of()).stream(),
                            present().stream().map(Participant::role))
                    .collect(Collectors.toSet());
        }
    }

    /** @param warnings such as {@code no-client-takes-part}; the meeting is closed */
    record Closed(List<String> warnings) {}

    @PostMapping("/api/v1/meetings/{meeting}/hold")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Closed> hold(
            @PathVariable("meeting") UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var meeting = meetings.changeInCharge(id, caller);
        ifMatch.check(meeting.version(), request);
        Optional.ofNullable(request.groups()).ifPresent(meeting::touches);
        var held = heldAs(request, meeting.plannedAs(), caller);
        var client = meetings.clientOf(meeting);
        var preferred = client.flatMap(one -> one.wishes().prefers(held.place()));
        meetings.save(meeting, meeting.hold(held, request.present(), Helsinki.today(clock), preferred));
        client.ifPresent(one -> whenHeld.forEach(then -> then.held(meeting, one)));
        return Answer.shown(meeting, new Closed(meeting.warnings()));
    }

    private Held heldAs(Request request, Planned planned, Caller caller) {
        return new Held(
                request.heldOn(),
                clock.instant(),
                caller.is(COORDINATOR) ? planned.professional() : caller.login(),
                request.actualMinutes(),
                request.preparationMinutes(),
                request.debriefMinutes(),
                request.startedBy(),
                request.allRoles(),
                Optional.ofNullable(request.channel()).orElse(planned.channel()),
                Optional.ofNullable(request.place()).orElse(planned.place()),
                request.decisionMakerPresent(),
                request.closingQuestion(),
                request.closingQuestion() == ClosingQuestion.SPOKEN ? request.spoken() : null,
                request.notAskedReason(),
                request.clientStatement());
    }
}
