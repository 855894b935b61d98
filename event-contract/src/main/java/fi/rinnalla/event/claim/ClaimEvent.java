package fi.rinnalla.event.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** A claim on its way to payment: no amount and no person. Said by peer-expert-service; subject is the claim's id. */
@Family(topic = "claim")
public sealed interface ClaimEvent extends Event {

    /** A peer expert asks for what was agreed. */
    @Said(type = "fi.rinnalla.claim.submitted", to = Audience.ORGANISATION)
    record ClaimSubmitted(
            @JsonProperty("unit") String unit,
            @JsonProperty("submittedOn") LocalDate submittedOn) implements ClaimEvent {}

    /** The money has been paid: approved alone is not paid. */
    @Said(type = "fi.rinnalla.claim.paid", to = Audience.ORGANISATION)
    record ClaimPaid(
            @JsonProperty("unit") String unit,
            @JsonProperty("submittedOn") LocalDate submittedOn,
            @JsonProperty("paidOn") LocalDate paidOn,
            @JsonProperty("days") int days)
            implements ClaimEvent {}
}
