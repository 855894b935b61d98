package fi.rinnalla.event.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import org.jspecify.annotations.Nullable;

/** Figures once they are out: the same for a page, a partner and a report. Said by feedback-service; subject is the figure's place. */
@Family(topic = "aggregate")
public sealed interface AggregateEvent extends Event {

    /**
     * A period is over and its figure is frozen. What comes later makes a new version; the earlier one stays said.
     *
     * @param indicator its name in the catalogue: {@code commitments-kept}
     * @param unit      absent for the whole organisation
     * @param period    {@code 2017-W44}, {@code 2017-10} or {@code 2017-Q4}
     * @param version   1 for the first, then rising
     * @param n         facts that it rests on, 5 or more
     * @param value     a share from 0 to 1, or a mean in the catalogue's unit
     * @param low       lower end of a share's 95 % interval; absent for a mean
     * @param high      upper end of it
     */
    @Said(type = "fi.rinnalla.aggregate.released", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AggregateReleased(
            @JsonProperty("indicator") String indicator,
            @JsonProperty("unit") @Nullable String unit,
            @JsonProperty("period") String period,
            @JsonProperty("version") int version,
            @JsonProperty("n") int n,
            @JsonProperty("value") double value,
            @JsonProperty("low") @Nullable Double low,
            @JsonProperty("high") @Nullable Double high)
            implements AggregateEvent {}
}
