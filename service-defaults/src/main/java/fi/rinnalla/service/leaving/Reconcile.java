package fi.rinnalla.service.leaving;

import fi.rinnalla.service.rows.Keeper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what was said with what the topics hold, and says again what they lost. Kafka acknowledges before it syncs
 * to disk: with one broker, a power cut can lose the tail.
 */
public class Reconcile {

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

    private final Keeper keeper;
    private final Map<String, Object> consumerSettings;
    private final JsonMapper json;
    private final String source;
    private final Relay relay;

    Reconcile(Keeper keeper, Map<String, Object> consumerSettings, JsonMapper json, String source, Relay relay) {
        this.keeper = keeper;
        this.consumerSettings = consumerSettings;
        this.json = json;
        this.source = source;
        this.relay = relay;
    }

    private record Owed(UUID id, String topic, boolean forOrganisation, String organisation) {}

    /** @return how many events were put back to be said again */
    public int sayAgainWhatTheTopicsLost() {
        int epoch = keeper.rows()
                .sql("SELECT current FROM epoch")
                .query(Integer.class)
                .single();
        // First what was said, then the topics: whatever is said meanwhile is not missed.
        var owed = keeper.rows()
                .sql("SELECT id, topic, for_organisation, organisation FROM outbox_sent")
                .query(Owed.class)
                .list();
        var topics = new HashSet<String>();
        owed.forEach(one -> {
            topics.add(one.topic());
            if (one.forOrganisation()) {
                topics.add("organisation." + one.organisation());
            }
        });
        Map<String, Set<UUID>> held = new HashMap<>();
        Topics.readAll(
                consumerSettings,
                topics,
                (topic, record) -> idOf(record, epoch)
                        .ifPresent(id -> held.computeIfAbsent(topic, any -> new HashSet<>())
                                .add(id)));
        var lost = owed.stream()
                .filter(one -> !has(held, one.topic(), one.id())
                        || (one.forOrganisation() && !has(held, "organisation." + one.organisation(), one.id())))
                .map(Owed::id)
                .toArray(UUID[]::new);
        if (lost.length > 0) {
            sayAgain(lost);
        }
        log.info(
                "reconciled {} said events with {} topics: {} are said again", owed.size(), topics.size(), lost.length);
        return lost.length;
    }

    private void sayAgain(UUID[] lost) {
        keeper.transaction()
                .executeWithoutResult(
                        status -> keeper.rows().sql("""
                        WITH lost AS (DELETE FROM outbox_sent WHERE id = ANY(?) RETURNING *)
                        INSERT INTO outbox (position, id, organisation, topic, for_organisation, type, subject,
                                            sequence, recorded_at, traceparent, data)
                        OVERRIDING SYSTEM VALUE
                        SELECT position, id, organisation, topic, for_organisation, type, subject, sequence,
                               recorded_at, traceparent, data FROM lost
                        """).param(lost).update());
        relay.wake();
    }

    private static boolean has(Map<String, Set<UUID>> held, String topic, UUID id) {
        return held.getOrDefault(topic, Set.of()).contains(id);
    }

    private java.util.Optional<UUID> idOf(ConsumerRecord<byte[], byte[]> record, int epoch) {
        try {
            var envelope = json.readTree(record.value());
            return envelope.path("source").asString("").equals(source)
                            && envelope.path("epoch").asInt(0) == epoch
                    ? java.util.Optional.of(UUID.fromString(envelope.path("id").asString("")))
                    : java.util.Optional.empty();
        } catch (JacksonException | IllegalArgumentException foreign) {
            return java.util.Optional.empty();
        }
    }
}
