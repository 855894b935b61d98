package fi.rinnalla.session.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.time.Helsinki;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one of those may see it for whom it is there.
 *
 * @param startsAt        the moment, where a time was agreed
 * @param client          of the client relationship; for the two whose meeting it is alone
 * @param seatsLeft       absent where nobody joins by themselves
 * @param participants    by name, for those in charge alone
 * @param warnings        such as {@code no-client-takes-part}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingShown(
        UUID id,
        long version,
        String unit,
        @Nullable UUID activity,
        @Nullable UUID circulating,
        MeetingKind kind,
        Meeting.State state,
        Channel channel,
        @Nullable Place place,
        boolean escort,
        String professional,
        @Nullable UUID client,
        LocalDate plannedOn,
        @Nullable LocalTime at,
        @Nullable Instant startsAt,
        int plannedMinutes,
        boolean peerExpertWanted,
        boolean peerExpertAssigned,
        @Nullable Integer seats,
        @Nullable Integer seatsLeft,
        @Nullable List<Participant> participants,
        List<Agenda.Topic> topics,
        Agenda.@Nullable Mandate mandate,
        List<Agenda.AffectedGroup> groups,
        List<Meeting.Change> changes,
        @Nullable HeldShown held,
        List<String> warnings) {

    /** @param spoken and clientStatement: for the client and the worker alone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldShown(
            LocalDate on,
            Instant loggedAt,
            int actualMinutes,
            @Nullable Integer preparationMinutes,
            @Nullable Integer debriefMinutes,
            Role startedBy,
            Set<Role> roles,
            @Nullable Boolean decisionMakerPresent,
            ClosingQuestion closingQuestion,
            Held.@Nullable NotAsked notAskedReason,
            Held.@Nullable Spoken spoken,
            Held.@Nullable Statement clientStatement) {}

    /**
     * @param between  whether the reader is the client or the worker of the meeting
     * @param inCharge whether the reader arranges it
     */
    static MeetingShown of(Meeting meeting, boolean peerExpertAssigned, boolean between, boolean inCharge) {
        var planned = meeting.plannedAs();
        return new MeetingShown(
                meeting.id(),
                meeting.version(),
                planned.unit(),
                planned.activity(),
                planned.circulating(),
                planned.kind(),
                meeting.state(),
                planned.channel(),
                planned.place(),
                planned.escort(),
                planned.professional(),
                between ? planned.client() : null,
                planned.on(),
                planned.at(),
                planned.at() == null ? null : Helsinki.moment(planned.on(), planned.at()),
                planned.minutes(),
                planned.peerExpertWanted(),
                peerExpertAssigned,
                planned.seats(),
                planned.seats() == null
                        ? null
                        : planned.seats() - meeting.participants().size(),
                inCharge ? meeting.participants() : null,
                meeting.agenda().topics(),
                meeting.agenda().mandate(),
                meeting.agenda().groups(),
                meeting.changes(),
                meeting.held().map(held -> shown(held, between)).orElse(null),
                meeting.warnings());
    }

    private static HeldShown shown(Held held, boolean between) {
        return new HeldShown(
                held.on(),
                held.loggedAt(),
                held.actualMinutes(),
                held.preparationMinutes(),
                held.debriefMinutes(),
                held.startedBy(),
                held.roles(),
                held.decisionMakerPresent(),
                held.closingQuestion(),
                held.notAskedReason(),
                between ? held.spoken() : null,
                between ? held.clientStatement() : null);
    }
}
