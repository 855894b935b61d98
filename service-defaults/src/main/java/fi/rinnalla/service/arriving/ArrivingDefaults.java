package fi.rinnalla.service.arriving;

import fi.rinnalla.service.leaving.LeavingDefaults;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** How an event arrives: every {@link Hears} gets an ear, every {@link View} an ear that can rebuild it. */
@AutoConfiguration(after = LeavingDefaults.class)
@ConditionalOnClass(KafkaConsumer.class)
public class ArrivingDefaults {

    @Bean
    Hearings hearings(Keeper keeper, Ids ids, JsonMapper json, ConsumerFactory<?, ?> kafka, MeterRegistry metrics) {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        for (var reason : List.of("gap", "behind", "other")) {
            Gauge.builder("rinnalla.inbox.parked", () -> parked(keeper, reason))
                    .tag("reason", reason)
                    .description("Records that wait: for a missing one, behind a parked one, or for a person")
                    .register(metrics);
        }
        return new Hearings(keeper, ids, json, settings, metrics);
    }

    private static double parked(Keeper keeper, String reason) {
        try {
            return keeper.rows().sql("""
                            SELECT count(*) FROM inbox_parked
                            WHERE ? = CASE WHEN reason IN ('gap', 'behind') THEN reason ELSE 'other' END
                            """).param(reason).query(Double.class).single();
        } catch (DataAccessException | TransactionException unknown) {
            return Double.NaN;
        }
    }

    @Bean
    Generations generations(Keeper keeper) {
        return new Generations(keeper);
    }

    @Bean
    Parked parked(
            JdbcClient rows,
            Keeper keeper,
            Hearings hearings,
            ObjectProvider<Hears> listeners,
            ObjectProvider<View> views,
            Generations generations) {
        return new Parked(
                rows,
                keeper,
                hearings,
                listeners.stream().toList(),
                views.stream().toList(),
                generations);
    }

    /** All ears start and stop together with the service. */
    @Bean
    Ears ears(
            ObjectProvider<Hears> listeners,
            ObjectProvider<View> views,
            Generations generations,
            Hearings hearings,
            Keeper keeper) {
        return new Ears(Stream.<SmartLifecycle>concat(
                        listeners.stream().map(hears -> new Ear(hears, hearings, keeper)),
                        views.stream().map(view -> new ViewEar(view, generations, hearings, keeper)))
                .toList());
    }

    record Ears(List<? extends SmartLifecycle> all) implements SmartLifecycle {
        @Override
        public void start() {
            all.forEach(SmartLifecycle::start);
        }

        @Override
        public void stop() {
            all.forEach(SmartLifecycle::stop);
        }

        @Override
        public boolean isRunning() {
            return all.stream().anyMatch(SmartLifecycle::isRunning);
        }
    }
}
