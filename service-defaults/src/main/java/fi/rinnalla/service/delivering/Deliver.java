package fi.rinnalla.service.delivering;

import fi.rinnalla.service.rows.Keeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what was posted, at least once. What was sent is removed at once. What can't be sent is tried for about a day, then its
 * contents are removed too and only that it was given up remains.
 */
class Deliver {

    private static final Logger log = LoggerFactory.getLogger(Deliver.class);
    private static final int AT_ONCE = 50;
    private static final int MOST_TRIES = 16;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(3);

    private final Keeper keeper;
    private final Sealing sealing;
    private final List<Courier> couriers;
    private final JsonMapper json;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** @param couriers the first that carries a way carries it */
    Deliver(
            Keeper keeper,
            Sealing sealing,
            List<Courier> couriers,
            JsonMapper json,
            Clock clock,
            MeterRegistry metrics) {
        this.keeper = keeper;
        this.sealing = sealing;
        this.couriers = couriers;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    private record Waiting(UUID id, byte[] sealed, int tries) {}

    void whateverIsDue() {
        keeper.rows()
                .sql("""
                        SELECT id, sealed, tries FROM message_out
                        WHERE sealed IS NOT NULL AND next_try <= ? ORDER BY next_try, id LIMIT ?
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE)
                .query(Waiting.class)
                .list()
                .forEach(this::send);
    }

    private void send(Waiting waiting) {
        try {
            var message = json.readValue(sealing.open(waiting.sealed()), Message.class);
            couriers.stream()
                    .filter(courier -> courier.carries(message.to().way()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("nobody carries this way"))
                    .carry(message);
            keeper.rows()
                    .sql("DELETE FROM message_out WHERE id = ?")
                    .param(waiting.id())
                    .update();
            metrics.counter("rinnalla.messages.sent").increment();
        } catch (IOException | RuntimeException failed) {
            // The reason may repeat an address; its class does not.
            log.warn(
                    "a message was not sent at try {}: {}",
                    waiting.tries() + 1,
                    failed.getClass().getName());
            tryLater(waiting);
        }
    }

    private void tryLater(Waiting waiting) {
        int tries = waiting.tries() + 1;
        if (tries >= MOST_TRIES) {
            keeper.rows()
                    .sql("UPDATE message_out SET sealed = NULL, tries = ? WHERE id = ?")
                    .params(tries, waiting.id())
                    .update();
            metrics.counter("rinnalla.messages.given.up").increment();
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
        keeper.rows()
                .sql("UPDATE message_out SET tries = ?, next_try = ? WHERE id = ?")
                .params(
                        tries,
                        clock.instant()
                                .plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                                .atOffset(ZoneOffset.UTC),
                        waiting.id())
                .update();
    }
}
