package fi.rinnalla.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops asking a service that does not answer: after a few misses in a row nobody waits for it, and once in a while one
 * request tries whether it is there again.
 */
class Breaker {

    private static final int MISSES = 3;
    static final Duration REST = Duration.ofSeconds(5);

    private final Clock clock;
    private int misses;
    private Instant askAgain = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether to ask it. While it rests, each that may is the one that tries. */
    synchronized boolean mayAsk() {
        if (misses < MISSES) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(askAgain)) {
            return false;
        }
        askAgain = now.plus(REST);
        return true;
    }

    synchronized void answered() {
        misses = 0;
    }

    synchronized void missed() {
        misses++;
        askAgain = clock.instant().plus(REST);
    }
}
