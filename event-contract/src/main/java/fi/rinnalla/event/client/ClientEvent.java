package fi.rinnalla.event.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** What happens in a client relationship. Said by session-service; subject is the relationship's id, which ends with it. */
@Family(topic = "client")
public sealed interface ClientEvent extends Event {

    /**
     * A client's worker changed.
     *
     * @param changedOn day in Helsinki
     * @param handoverMet whether the three met to hand over
     * @param returning whether the client returns to an earlier worker
     * @param changes how many changes there have been, this one among them
     */
    @Said(type = "fi.rinnalla.client.worker-changed", to = Audience.ORGANISATION)
    record WorkerChanged(
            @JsonProperty("unit") String unit,
            @JsonProperty("changedOn") LocalDate changedOn,
            @JsonProperty("reason") WorkerChangeReason reason,
            @JsonProperty("handoverMet") boolean handoverMet,
            @JsonProperty("returning") boolean returning,
            @JsonProperty("changes") int changes)
            implements ClientEvent {}
}
