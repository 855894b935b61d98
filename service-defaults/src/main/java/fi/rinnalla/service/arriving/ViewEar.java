package fi.rinnalla.service.arriving;

import fi.rinnalla.service.operating.Worker;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a view at work: fills its live generation and, while a rebuild is under way, the next one beside it. Once that
 * one has caught up it takes the live one's place in one transaction.
 */
class ViewEar extends Worker {

    private static final Logger log = LoggerFactory.getLogger(ViewEar.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PATIENCE_WHILE_REBUILDING = Duration.ofMillis(20);

    private final View view;
    private final Generations generations;
    private final Hearings hearings;
    private final Keeper keeper;
    private final AtomicLong lag = new AtomicLong();

    ViewEar(View view, Generations generations, Hearings hearings, Keeper keeper) {
        super(keeper, "view-" + view.name());
        this.view = view;
        this.generations = generations;
        this.hearings = hearings;
        this.keeper = keeper;
        Gauge.builder("rinnalla.inbox.lag", lag::get)
                .tag("listener", view.name())
                .description("Records not yet taken in")
                .register(hearings.metrics());
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        var live = generations.liveOrFirst(view.name());
        @Nullable Hearing building = null;
        var hearing = hearings.begin(view.filling(live));
        try {
            while (isRunning() && leadership.holds()) {
                hearing.listen(building == null ? PATIENCE : PATIENCE_WHILE_REBUILDING);
                lag.set(hearing.lag());
                var next = generations.building(view.name());
                if (next.isPresent() && building == null) {
                    building = hearings.begin(view.filling(next.get()));
                }
                if (next.isPresent() && building != null) {
                    building.listen(PATIENCE_WHILE_REBUILDING);
                    if (building.hasCaughtUp() && hearing.hasCaughtUp()) {
                        swap(live, hearing, next.get());
                        hearing.close();
                        hearing = building;
                        live = next.get();
                        building = null;
                    }
                }
            }
        } finally {
            hearing.close();
            Optional.ofNullable(building).ifPresent(Hearing::close);
        }
    }

    private void swap(int old, Hearing hearing, int next) {
        keeper.transaction().executeWithoutResult(status -> {
            generations.replace(view.name(), old, next);
            view.drop(old);
            hearing.inbox().forgetAll();
        });
        log.info("view {} was rebuilt: generation {} took the place of {}", view.name(), next, old);
    }
}
