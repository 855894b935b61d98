package fi.rinnalla.testing;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Waits for a condition, never for time. */
public final class Eventually {

    private static final Duration MOST = Duration.ofSeconds(60);

    private Eventually() {}

    public static <T> T get(Supplier<T> look, Predicate<T> isThere) {
        return Awaitility.await()
                .atMost(MOST)
                .pollInterval(Duration.ofMillis(50))
                .until(look::get, isThere);
    }

    public static void holds(Supplier<Boolean> condition) {
        get(condition, yes -> yes);
    }
}
