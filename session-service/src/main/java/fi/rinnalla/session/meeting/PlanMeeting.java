package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import fi.rinnalla.session.circulating.CirculatingMeetings;
import fi.rinnalla.session.client.Clients;
import fi.rinnalla.session.client.Wishes.Company;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Time is set aside for a meeting: within the client's limits, and with a peer expert as the pair if one is wanted. */
@RestController
class PlanMeeting {

    private final Meetings meetings;
    private final Clients clients;
    private final Units units;
    private final CirculatingMeetings circulating;
    private final Ids ids;

    PlanMeeting(Meetings meetings, Clients clients, Units units, CirculatingMeetings circulating, Ids ids) {
        this.meetings = meetings;
        this.clients = clients;
        this.units = units;
        this.circulating = circulating;
        this.ids = ids;
    }

    /**
     * @param at           on the wall in Helsinki, such as 09:30
     * @param professional whose meeting it is; the caller's own if not said
     * @param company      who else of the client's own people or of other services comes
     * @param seats        how many may join by themselves
     */
    record Request(
            @NotNull(message = "required") String unit,
            @Nullable UUID activity,
            @NotNull(message = "required") MeetingKind kind,
            @NotNull(message = "required") Channel channel,
            @Nullable Place place,
            @Nullable Boolean escort,
            @Nullable @Login String professional,
            @Nullable UUID client,
            @Nullable Set<@NotNull(message = "required") Company> company,
            @NotNull(message = "required") LocalDate plannedOn,
            @Nullable LocalTime at,
            int plannedMinutes,
            boolean peerExpertWanted,
            @Nullable Integer seats,
            @Nullable UUID circulating) {}

    /** @param warnings what was missed of the client's wishes, or that no client takes part; the meeting is planned */
    record PlannedMeeting(UUID id, List<String> warnings) {}

    @PostMapping("/api/v1/meetings")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<PlannedMeeting> plan(@Valid @RequestBody Request request, Caller caller) {
        units.require(request.unit());
        Optional.ofNullable(request.activity()).ifPresent(units::requireActivity);
        Optional.ofNullable(request.circulating()).ifPresent(id -> circulating.require("/circulating", id));
        var client = Optional.ofNullable(request.client()).map(id -> clients.named(id, caller));
        var meeting = new Meeting(ids.get(), plannedBy(request, caller));
        var planned = meeting.plannedAs();
        Optional.ofNullable(planned.at()).ifPresent(at -> Helsinki.moment(planned.on(), at));
        client.ifPresent(one -> ClientsLimits.hold(one, planned.occasion()));
        meetings.add(meeting, meeting.planned());
        var warnings = Stream.concat(
                        client.stream().flatMap(one -> one.wishes().missedBy(planned.occasion()).stream()),
                        meeting.warnings().stream())
                .toList();
        return Answer.createdWith("/api/v1/meetings", meeting, new PlannedMeeting(meeting.id(), warnings));
    }

    private static Planned plannedBy(Request request, Caller caller) {
        // A professional plans for themselves; only a coordinator plans for others.
        var professional = caller.is(COORDINATOR)
                ? Optional.ofNullable(request.professional()).orElse(caller.login())
                : caller.login();
        return new Planned(
                request.unit(),
                request.activity(),
                request.kind(),
                request.channel(),
                request.place(),
                Optional.ofNullable(request.escort()).orElse(false),
                professional,
                request.client(),
                Optional.ofNullable(request.company()).orElse(Set.of()),
                request.plannedOn(),
                request.at(),
                request.plannedMinutes(),
                request.peerExpertWanted(),
                request.seats(),
                request.circulating());
    }
}
