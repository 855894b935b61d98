package fi.rinnalla.event.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** What becomes of a promise. Said by session-service; subject is the promise's id. */
@Family(topic = "commitment")
public sealed interface CommitmentEvent extends Event {

    /**
     * Somebody promised something by a day.
     *
     * @param dueOn day in Helsinki
     */
    @Said(type = "fi.rinnalla.commitment.made", to = Audience.ORGANISATION)
    record CommitmentMade(
            @JsonProperty("unit") String unit,
            @JsonProperty("promisedBy") PromisedBy promisedBy,
            @JsonProperty("dueOn") LocalDate dueOn)
            implements CommitmentEvent {}

    /** A promise was kept, kept late, or cancelled with notice. */
    @Said(type = "fi.rinnalla.commitment.closed", to = Audience.ORGANISATION)
    record CommitmentClosed(
            @JsonProperty("unit") String unit,
            @JsonProperty("promisedBy") PromisedBy promisedBy,
            @JsonProperty("dueOn") LocalDate dueOn,
            @JsonProperty("closedOn") LocalDate closedOn,
            @JsonProperty("outcome") CommitmentOutcome outcome)
            implements CommitmentEvent {}
}
