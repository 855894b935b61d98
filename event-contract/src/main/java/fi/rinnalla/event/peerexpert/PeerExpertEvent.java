package fi.rinnalla.event.peerexpert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import fi.rinnalla.event.request.TaskKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to peer experts and their tasks: never who, no theme of experience, no amount. Said by peer-expert-service;
 * subject is the assignment's, the person's or the claim's id, which nothing outside the service resolves.
 */
@Family(topic = "peer-expert")
public sealed interface PeerExpertEvent extends Event {

    /** A client was asked whether they would like to develop. Subject is the asking's id. */
    @Said(type = "fi.rinnalla.peer-expert.client-asked", to = Audience.SERVICES)
    record ClientAsked(@JsonProperty("askedOn") LocalDate askedOn) implements PeerExpertEvent {}

    /** The client answered; again, if they thought better of it. */
    @Said(type = "fi.rinnalla.peer-expert.client-answered", to = Audience.SERVICES)
    record ClientAnswered(
            @JsonProperty("askedOn") LocalDate askedOn,
            @JsonProperty("yes") boolean yes,
            @JsonProperty("never") boolean never)
            implements PeerExpertEvent {}

    /**
     * Somebody joined the pool.
     *
     * @param person stands for them in this quarter of the year; another in the next
     */
    @Said(type = "fi.rinnalla.peer-expert.joined", to = Audience.SERVICES)
    record PeerExpertJoined(
            @JsonProperty("joinedOn") LocalDate joinedOn,
            @JsonProperty("trained") boolean trained,
            @JsonProperty("person") String person)
            implements PeerExpertEvent {}

    /** Somebody left the pool. */
    @Said(type = "fi.rinnalla.peer-expert.left", to = Audience.SERVICES)
    record PeerExpertLeft(
            @JsonProperty("joinedOn") LocalDate joinedOn,
            @JsonProperty("leftOn") LocalDate leftOn) implements PeerExpertEvent {}

    /** A peer expert was supervised. Subject is the supervision's id. */
    @Said(type = "fi.rinnalla.peer-expert.supervision-held", to = Audience.SERVICES)
    record SupervisionHeld(
            @JsonProperty("heldOn") LocalDate heldOn,
            @JsonProperty("onTime") boolean onTime) implements PeerExpertEvent {}

    /**
     * Somebody took a shift with minimal criteria. Subject is the shift's id.
     *
     * @param first whether it is their first role here
     */
    @Said(type = "fi.rinnalla.peer-expert.shift-taken", to = Audience.SERVICES)
    record ShiftTaken(
            @JsonProperty("unit") String unit,
            @JsonProperty("on") LocalDate on,
            @JsonProperty("first") boolean first) implements PeerExpertEvent {}

    /** A peer expert comes along to a meeting as the professional's pair. */
    @Said(type = "fi.rinnalla.peer-expert.assigned", to = Audience.SERVICES)
    record PeerExpertAssigned(@JsonProperty("meeting") UUID meeting) implements PeerExpertEvent {}

    /** The peer expert does not come along after all. */
    @Said(type = "fi.rinnalla.peer-expert.released", to = Audience.SERVICES)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeerExpertReleased(
            @JsonProperty("meeting") @Nullable UUID meeting) implements PeerExpertEvent {}

    /**
     * The meeting was held and the peer expert's task is done.
     *
     * @param kind   of the task; absent in events before 2026-11-22
     * @param inPair whether it was done together with a professional; absent in events before 2026-11-22
     * @param inMonth which task of this person in the month it was, from 1; absent in events before 2026-11-22
     * @param person stands for the peer expert in this quarter of the year; absent in events before 2026-11-22
     */
    @Said(type = "fi.rinnalla.peer-expert.assignment-completed", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentCompleted(
            @JsonProperty("unit") String unit,
            @JsonProperty("minutes") int minutes,
            @JsonProperty("kind") @Nullable TaskKind kind,
            @JsonProperty("inPair") @Nullable Boolean inPair,
            @JsonProperty("doneOn") @Nullable LocalDate doneOn,
            @JsonProperty("person") @Nullable String person,
            @JsonProperty("inMonth") @Nullable Integer inMonth)
            implements PeerExpertEvent {}
}
