package fi.rinnalla.event.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** A unit asks for a peer expert. Said by peer-expert-service; subject is the request's id. */
@Family(topic = "peer-request")
public sealed interface RequestEvent extends Event {

    /**
     * Somebody is wanted.
     *
     * @param people how many are wanted
     */
    @Said(type = "fi.rinnalla.peer-request.made", to = Audience.ORGANISATION)
    record RequestMade(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") TaskKind kind,
            @JsonProperty("madeOn") LocalDate madeOn,
            @JsonProperty("plannedOn") LocalDate plannedOn,
            @JsonProperty("people") int people)
            implements RequestEvent {}

    /**
     * All who were wanted will come.
     *
     * @param hoursToFill from the request to the last acceptance
     */
    @Said(type = "fi.rinnalla.peer-request.filled", to = Audience.ORGANISATION)
    record RequestFilled(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") TaskKind kind,
            @JsonProperty("filledOn") LocalDate filledOn,
            @JsonProperty("hoursToFill") int hoursToFill)
            implements RequestEvent {}

    /** Nobody is wanted any more. */
    @Said(type = "fi.rinnalla.peer-request.closed", to = Audience.ORGANISATION)
    record RequestClosed(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") TaskKind kind,
            @JsonProperty("filled") boolean filled)
            implements RequestEvent {}

    /** Somebody who was asked has answered. */
    @Said(type = "fi.rinnalla.peer-request.invitation-answered", to = Audience.ORGANISATION)
    record InvitationAnswered(
            @JsonProperty("unit") String unit,
            @JsonProperty("kind") TaskKind kind,
            @JsonProperty("answeredOn") LocalDate answeredOn,
            @JsonProperty("accepted") boolean accepted)
            implements RequestEvent {}
}
