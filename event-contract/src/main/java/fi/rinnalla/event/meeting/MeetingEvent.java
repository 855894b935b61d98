package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a meeting. Said by session-service; subject is the meeting's id. */
@Family(topic = "meeting")
public sealed interface MeetingEvent extends Event {

    /**
     * A time was set aside for a meeting.
     *
     * @param unit slug of the unit that holds it
     * @param plannedOn day in Helsinki
     * @param plannedMinutes minutes set aside, 1 to 1440
     * @param peerExpertWanted whether a peer expert is asked along as the professional's pair
     * @param plannedAt time of day in Helsinki, told only where a peer expert is wanted, who must know whether they can come
     */
    @Said(type = "fi.rinnalla.meeting.planned", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingPlanned(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("plannedOn") LocalDate plannedOn,
            @JsonProperty("plannedMinutes") int plannedMinutes,
            @JsonProperty("peerExpertWanted") boolean peerExpertWanted,
            @JsonProperty("plannedAt") @Nullable LocalTime plannedAt)
            implements MeetingEvent {}

    /**
     * A meeting was moved to another time.
     *
     * @param plannedOn the new day in Helsinki
     * @param plannedAt the new time of day in Helsinki, told only where a peer expert is wanted
     */
    @Said(type = "fi.rinnalla.meeting.moved", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingMoved(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("plannedOn") LocalDate plannedOn,
            @JsonProperty("plannedMinutes") int plannedMinutes,
            @JsonProperty("movedBy") Role movedBy,
            @JsonProperty("reason") ChangeReason reason,
            @JsonProperty("plannedAt") @Nullable LocalTime plannedAt)
            implements MeetingEvent {}

    /** A planned meeting was cancelled. */
    @Said(type = "fi.rinnalla.meeting.cancelled", to = Audience.ORGANISATION)
    record MeetingCancelled(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("plannedOn") LocalDate plannedOn,
            @JsonProperty("cancelledBy") Role cancelledBy,
            @JsonProperty("reason") ChangeReason reason)
            implements MeetingEvent {}

    /** The time came and the client was not reached. Nothing is held against anybody. */
    @Said(type = "fi.rinnalla.meeting.client-not-reached", to = Audience.ORGANISATION)
    record ClientNotReached(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("plannedOn") LocalDate plannedOn)
            implements MeetingEvent {}

    /**
     * A meeting was held and closed.
     *
     * @param heldOn day in Helsinki; logging may come later than holding
     * @param actualMinutes minutes that it took, 1 to 1440
     * @param startedBy who asked for the meeting
     * @param roles who were present, by role; never a person
     * @param closingQuestion what became of the closing question
     * @param place absent where it was not told, and before 2026-11
     * @param inPreferredPlace whether it is a place that the client prefers; absent where no preference is known
     * @param clientStatement of a network meeting alone
     * @param mandateStated whether it was said who can decide what; of meetings in which things are developed alone
     * @param groupsRepresented groups that the matter touches and that were there
     * @param groupsMissing groups that the matter touches and that were not there
     * @param activity of which it was; absent where it was of none
     */
    @Said(type = "fi.rinnalla.meeting.held", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingHeld(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") MeetingKind kind,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("heldOn") LocalDate heldOn,
            @JsonProperty("plannedMinutes") int plannedMinutes,
            @JsonProperty("actualMinutes") int actualMinutes,
            @JsonProperty("startedBy") Role startedBy,
            @JsonProperty("roles") Set<Role> roles,
            @JsonProperty("closingQuestion") ClosingQuestion closingQuestion,
            @JsonProperty("preparationMinutes") @Nullable Integer preparationMinutes,
            @JsonProperty("debriefMinutes") @Nullable Integer debriefMinutes,
            @JsonProperty("place") @Nullable Place place,
            @JsonProperty("inPreferredPlace") @Nullable Boolean inPreferredPlace,
            @JsonProperty("decisionMakerPresent") @Nullable Boolean decisionMakerPresent,
            @JsonProperty("clientStatement") @Nullable ClientStatement clientStatement,
            @JsonProperty("mandateStated") @Nullable Boolean mandateStated,
            @JsonProperty("groupsRepresented") @Nullable Integer groupsRepresented,
            @JsonProperty("groupsMissing") @Nullable Integer groupsMissing,
            @JsonProperty("activity") @Nullable UUID activity)
            implements MeetingEvent {}
}
