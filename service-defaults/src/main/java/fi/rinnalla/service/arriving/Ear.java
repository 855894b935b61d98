package fi.rinnalla.service.arriving;

import fi.rinnalla.service.operating.Worker;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps one listener at work. */
class Ear extends Worker {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Hears hears;
    private final Hearings hearings;
    private final AtomicLong lag = new AtomicLong();

    Ear(Hears hears, Hearings hearings, Keeper keeper) {
        super(keeper, "ear-" + hears.name());
        this.hears = hears;
        this.hearings = hearings;
        Gauge.builder("rinnalla.inbox.lag", lag::get)
                .tag("listener", hears.name())
                .description("Records not yet taken in")
                .register(hearings.metrics());
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        try (var hearing = hearings.begin(hears)) {
            while (isRunning() && leadership.holds()) {
                hearing.listen(PATIENCE);
                lag.set(hearing.lag());
            }
        }
    }
}
