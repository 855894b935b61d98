package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;
import java.util.Set;

/** What happens to a meeting. Said by session-service; subject is the meeting's id. */
@Family(topic = "meeting")
public sealed interface MeetingEvent extends Event {

    /**
     * A time was set aside for a meeting.
     *
     * @param unit             slug of the unit that holds it
     * @param plannedOn        day in Helsinki
     * @param plannedMinutes   minutes set aside, 1 to 1440
     * @param peerExpertWanted whether a peer expert is asked along as the professional's pair
     */
    @Said(type = "fi.rinnalla.meeting.planned", to = Audience.ORGANISATION)
    record MeetingPlanned(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("plannedOn") LocalDate plannedOn,
            @JsonProperty("plannedMinutes") int plannedMinutes,
            @JsonProperty("peerExpertWanted") boolean peerExpertWanted)
            implements MeetingEvent {}

    /**
     * A meeting was held and closed.
     *
     * @param heldOn          day in Helsinki; logging may come later than holding
     * @param actualMinutes   minutes that it took, 1 to 1440
     * @param startedBy       who asked for the meeting
     * @param roles           who were present, by role; never a person
     * @param closingQuestion what became of the closing question
     */
    @Said(type = "fi.rinnalla.meeting.held", to = Audience.ORGANISATION)
    record MeetingHeld(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("heldOn") LocalDate heldOn,
            @JsonProperty("plannedMinutes") int plannedMinutes,
            @JsonProperty("actualMinutes") int actualMinutes,
            @JsonProperty("startedBy") Role startedBy,
            @JsonProperty("roles") Set<Role> roles,
            @JsonProperty("closingQuestion") ClosingQuestion closingQuestion)
            implements MeetingEvent {}
}
