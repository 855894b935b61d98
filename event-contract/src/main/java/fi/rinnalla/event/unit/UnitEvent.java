package fi.rinnalla.event.unit;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** What is told of a unit. Said by session-service; subject is the telling's id. */
@Family(topic = "unit")
public sealed interface UnitEvent extends Event {

    /**
     * How many of a unit's workers took part in developing, in a month that has ended.
     *
     * @param period the month, 2017-10
     * @param workers all of the unit's workers
     * @param takingPart those who took part in at least one meeting in which things were developed
     */
    @Said(type = "fi.rinnalla.unit.workers-reached", to = Audience.ORGANISATION)
    record WorkersReached(
            @JsonProperty("unit") String unit,
            @JsonProperty("countedOn") LocalDate countedOn,
            @JsonProperty("period") String period,
            @JsonProperty("workers") int workers,
            @JsonProperty("takingPart") int takingPart)
            implements UnitEvent {}

    /**
     * Whether the time for one client in one month is within what the unit sets aside. Said with the month's first meeting,
     * and again when it goes over; subject is the id of that month of that client, which nothing else carries.
     *
     * @param period the month, 2017-10
     */
    @Said(type = "fi.rinnalla.unit.client-month-counted", to = Audience.ORGANISATION)
    record ClientMonthCounted(
            @JsonProperty("unit") String unit,
            @JsonProperty("period") String period,
            @JsonProperty("withinBudget") boolean withinBudget)
            implements UnitEvent {}
}
