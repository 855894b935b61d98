package fi.rinnalla.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes topics as a stranger to the services would. */
public final class KafkaEar {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> settings = new HashMap<>();

    public KafkaEar(String address, Map<String, String> login) {
        settings.putAll(login);
        settings.put("bootstrap.servers", address);
    }

    public static KafkaEar onInfrastructure() {
        return new KafkaEar(
                Infrastructure.running().kafka(), Infrastructure.running().kafkaLogin());
    }

    /** All that a topic holds now, partition by partition. */
    public List<ConsumerRecord<String, String>> records(String topic) {
        var reading = new HashMap<>(settings);
        // Closing waits for the request under way, and that one for records that nobody writes: half a second each
        // time.
        reading.put("fetch.max.wait.ms", 20);
        try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    public List<JsonNode> events(String topic) {
        return records(topic).stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    public List<JsonNode> eventsOf(String topic, String subject) {
        return events(topic).stream()
                .filter(event -> event.path("subject").asString("").equals(subject))
                .toList();
    }

    public void say(String topic, @Nullable String key, @Nullable String value) {
        try (var producer = new KafkaProducer<>(withLargeRequests(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Map<String, Object> withLargeRequests() {
        var large = new HashMap<>(settings);
        large.put("max.request.size", 8_000_000);
        return large;
    }
}
