package fi.rinnalla.service.arriving;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record as it came from a topic. */
sealed interface Arrival {

    Raw raw();

    /** Where it stood and what it was, to the byte. */
    record Raw(String topic, int part, long offset, byte @Nullable [] key, byte @Nullable [] value) {}

    /**
     * One whose envelope holds.
     *
     * @param digest     over what must not differ between two arrivals of the same event
     * @param unreadable why its data could not be read, if it could not
     */
    record Enveloped(Raw raw, Envelope<? extends Event> envelope, byte[] digest, Optional<String> unreadable)
            implements Arrival {}

    /** One that can't be trusted to be what it says. */
    record Hostile(Raw raw, String reason) implements Arrival {}
}
