package fi.rinnalla.service.leaving;

import fi.rinnalla.service.rows.Keeper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** {@code rinnalla.outbox.depth}, rows, and {@code rinnalla.outbox.age}, seconds that the oldest has waited. */
class OutboxMetrics {

    OutboxMetrics(Keeper keeper, MeterRegistry metrics) {
        Gauge.builder("rinnalla.outbox.depth", () -> ask(keeper, "SELECT count(*) FROM outbox"))
                .description("Events that are yet to be said")
                .register(metrics);
        Gauge.builder(
                        "rinnalla.outbox.age",
                        () -> ask(
                                keeper, "SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0) FROM outbox"))
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(metrics);
    }

    private static double ask(Keeper keeper, String sql) {
        try {
            return keeper.rows().sql(sql).query(Double.class).single();
        } catch (DataAccessException | TransactionException unknown) {
            return Double.NaN;
        }
    }
}
