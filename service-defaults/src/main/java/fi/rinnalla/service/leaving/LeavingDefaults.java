package fi.rinnalla.service.leaving;

import fi.rinnalla.service.asking.TrustedIssuers;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.RowsDefaults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** How an event leaves: outbox, relay, reconciling, restoring. */
@AutoConfiguration(after = RowsDefaults.class)
@ConditionalOnClass(KafkaProducer.class)
@EnableConfigurationProperties({LeavingSettings.class, Restored.Settings.class})
public class LeavingDefaults {

    /** What {@code source} says in every envelope of this service. */
    private final String source;

    LeavingDefaults(@Value("${spring.application.name}") String service) {
        this.source = "/" + service;
    }

    @Bean
    Outbox outbox(JdbcClient rows, Keeper keeper, Ids ids, Clock clock, JsonMapper json, ObjectProvider<Relay> relay) {
        return new Outbox(rows, keeper, ids, clock, json, relay);
    }

    @Bean
    @ConditionalOnProperty(name = "rinnalla.leaving.relaying", matchIfMissing = true)
    Relay relay(Keeper keeper, ProducerFactory<?, ?> kafka, LeavingSettings settings) {
        return new Relay(keeper, producers(kafka), settings, source);
    }

    private static Supplier<Producer<byte[], byte[]>> producers(ProducerFactory<?, ?> kafka) {
        var settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A batch never expires, so none can be overtaken: with Kafka down the relay waits.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    @ConditionalOnProperty(name = "rinnalla.leaving.relaying", matchIfMissing = true)
    Reconcile reconcile(Keeper keeper, ConsumerFactory<?, ?> kafka, JsonMapper json, Relay relay) {
        return new Reconcile(keeper, kafka.getConfigurationProperties(), json, source, relay);
    }

    @Bean
    Restored restored(Keeper keeper, Restored.Settings settings) {
        return new Restored(keeper, settings);
    }

    @Bean
    EnsureTopics ensureTopics(Keeper keeper, KafkaAdmin kafka, TrustedIssuers trusted) {
        return new EnsureTopics(keeper, kafka.getConfigurationProperties(), trusted.organisations());
    }

    @Bean
    Regularly outboxDays(Keeper keeper, Clock clock) {
        return new Regularly(
                keeper,
                "prepare-outbox-days",
                Duration.ofHours(6),
                () -> keeper.rows()
                        .sql("SELECT prepare_outbox_days(?, 3)")
                        .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query((row, n) -> true)
                        .list());
    }

    @Bean
    OutboxMetrics outboxMetrics(Keeper keeper, MeterRegistry metrics) {
        return new OutboxMetrics(keeper, metrics);
    }
}
