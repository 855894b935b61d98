package fi.rinnalla.service.arriving;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import java.util.List;
import java.util.Set;

/**
 * What a feature does with what others say. All methods are called within one {@code Keeper} transaction together with
 * the listener's position, each event exactly once, a subject's events in order.
 */
public interface Hears {

    /** Names the listener for its position; a new name hears everything from the beginning. */
    String name();

    /** The sealed families that it listens to. */
    Set<Class<? extends Event>> families();

    /** Takes in events; rows carry the organisation of their envelope. An exception parks the event that causes it. */
    void hear(List<Envelope<? extends Event>> events);

    /**
     * Whether everything it does could be derived again from the stream alone. Then its commits need not wait for the disk: a
     * crash of the database would take the position back with the effect. Never for a listener that says events itself.
     */
    default boolean isRederivable() {
        return false;
    }

    /** A source's database was restored: lets go of all that was heard from it; it is said again. */
    void forget(String source);
}
