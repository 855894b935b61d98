package fi.rinnalla.service.arriving;

import static java.util.Objects.requireNonNull;

import fi.rinnalla.event.Family;
import fi.rinnalla.service.arriving.Arrival.Raw;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One listener at work: reads on from its own stored position and takes in batch by batch, position and effect in one
 * transaction. A batch that fails is halved until the event that causes it stands alone, and that one is parked.
 */
final class Hearing implements AutoCloseable {

    private static final int FEW = 200;
    private static final long BREATH_MILLIS = 4;

    private final Hears hears;
    private final Keeper keeper;
    private final Inbox inbox;
    private final Reader reader;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    Hearing(Hears hears, Keeper keeper, Ids ids, JsonMapper json, Map<String, Object> consumerSettings) {
        this.hears = hears;
        this.keeper = keeper;
        this.inbox = new Inbox(hears.name(), keeper, ids);
        this.reader = new Reader(json, hears.families());
        this.consumer = new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin();
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    Inbox inbox() {
        return inbox;
    }

    private void begin() {
        var partitions = new ArrayList<TopicPartition>();
        for (var family : hears.families()) {
            var topic = family.getAnnotation(Family.class).topic();
            var found = consumer.partitionsFor(topic);
            if (found.isEmpty()) {
                throw new IllegalStateException("topic " + topic + " is not there yet");
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        positions.putAll(consumer.beginningOffsets(partitions));
        positions.putAll(inbox.positions());
        positions.forEach(consumer::seek);
    }

    /** Waits up to {@code most} for something to come, and takes it in. */
    void listen(Duration most) throws InterruptedException {
        var polled = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        consumer.poll(most).forEach(polled::add);
        if (!polled.isEmpty()) {
            takeIn(polled);
            if (polled.size() < FEW) {
                // Whatever comes meanwhile is taken in together: a transaction costs much the same for one as for
                // fifty.
                Thread.sleep(BREATH_MILLIS);
            }
        }
    }

    /** Records not yet taken in, as far as the last answer of the broker told: costs nothing. */
    long lag() {
        return positions.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Whether the listener stands at the very end of its topics: asks the broker. */
    boolean hasCaughtUp() {
        return consumer.endOffsets(positions.keySet()).entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void takeIn(List<ConsumerRecord<byte[], byte[]>> records) {
        var arrivals =
                records.stream().map(record -> reader.read(rawOf(record))).toList();
        try {
            inOneTransaction(records, () -> Intake.take(hears, inbox, reader, arrivals));
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException
                | LostTheLead mayPass) {
            throw mayPass;
        } catch (RuntimeException poison) {
            if (records.size() == 1) {
                inOneTransaction(records, () -> Intake.parkFailed(hears, inbox, reader, arrivals.getFirst()));
            } else {
                takeIn(records.subList(0, records.size() / 2));
                takeIn(records.subList(records.size() / 2, records.size()));
            }
        }
    }

    private void inOneTransaction(List<ConsumerRecord<byte[], byte[]>> records, Runnable intake) {
        var next = new HashMap<TopicPartition, Long>();
        records.forEach(record ->
                next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        keeper.transaction().executeWithoutResult(status -> {
            if (hears.isRederivable()) {
                keeper.rows().sql("SET LOCAL synchronous_commit = off").update();
            }
            inbox.lock();
            intake.run();
            next.forEach((partition, position) -> {
                if (!inbox.moveOn(partition, requireNonNull(positions.get(partition)), position)) {
                    throw new LostTheLead();
                }
            });
        });
        positions.putAll(next);
    }

    /** Releases what was parked of a subject, by an operator's word: it is judged anew, in the order of its sequence. */
    static void release(Hears hears, Inbox inbox, Reader reader, Inbox.SubjectKey subject) {
        inbox.lock();
        var waiting = inbox.waiting(subject);
        waiting.forEach(inbox::unpark);
        inbox.unparkSubject(subject);
        Intake.take(hears, inbox, reader, waiting.stream().map(reader::read).toList());
    }

    private static Raw rawOf(ConsumerRecord<byte[], byte[]> record) {
        return new Raw(record.topic(), record.partition(), record.offset(), record.key(), record.value());
    }

    @Override
    public void close() {
        // A worker that was told to stop is interrupted, and Kafka's client can't close in an interrupted thread.
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another process has moved the position: this one begins again from where that one stands. */
    static final class LostTheLead extends RuntimeException {}
}
