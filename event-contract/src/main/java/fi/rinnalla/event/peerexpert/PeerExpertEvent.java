package fi.rinnalla.event.peerexpert;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.util.UUID;

/**
 * What happens to a peer expert's assignment: never who. Said by peer-expert-service; subject is the assignment's id.
 */
@Family(topic = "peer-expert")
public sealed interface PeerExpertEvent extends Event {

    /** A peer expert comes along to a meeting as the professional's pair. */
    @Said(type = "fi.rinnalla.peer-expert.assigned", to = Audience.SERVICES)
    record PeerExpertAssigned(@JsonProperty("meeting") UUID meeting) implements PeerExpertEvent {}

    /** The meeting was held and the peer expert's task is done. */
    @Said(type = "fi.rinnalla.peer-expert.assignment-completed", to = Audience.ORGANISATION)
    record AssignmentCompleted(@JsonProperty("unit") String unit, @JsonProperty("minutes") int minutes)
            implements PeerExpertEvent {}
}
