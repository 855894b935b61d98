package fi.rinnalla.service.leaving;

import fi.rinnalla.service.operating.Worker;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Says what waits in the outbox: in the order of its position, each batch marked only once Kafka has it. Duplicates
 * after a crash are allowed, gaps are not.
 *
 * <p>While one batch is on its way the next is read, leaving out what is in flight but starting from the lowest row
 * that waits: a lower position may have committed later. All marking happens on the connection that holds the lead, so
 * whoever lost the lead can mark nothing.
 */
public class Relay extends Worker {

    private static final String READ = """
            SELECT position, id, organisation, topic, for_organisation, type, subject, sequence, recorded_at,
                   traceparent, data
            FROM outbox WHERE position <> ALL(?) ORDER BY position LIMIT ?
            """;
    private static final String MARK = """
            WITH said AS (DELETE FROM outbox WHERE position = ANY(?) RETURNING *)
            INSERT INTO outbox_sent OVERRIDING SYSTEM VALUE SELECT * FROM said
            """;

    private static final int FEW = 100;
    private static final long BREATH_MILLIS = 2;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final LeavingSettings settings;
    private final String source;
    private final Semaphore woken = new Semaphore(0);

    Relay(Keeper keeper, Supplier<Producer<byte[], byte[]>> producers, LeavingSettings settings, String source) {
        super(keeper, "relay");
        this.producers = producers;
        this.settings = settings;
        this.source = source;
    }

    /** There is something to say. Never blocks: called in a command's own thread. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private record OnItsWay(List<Waiting> rows, List<Future<RecordMetadata>> acknowledgements) {
        static final OnItsWay NOTHING = new OnItsWay(List.of(), List.of());
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        var connection = leadership.connection();
        try (var settings = connection.createStatement()) {
            // A mark that a crash of the database loses is made again after a duplicate, which is allowed.
            settings.execute("SET synchronous_commit = off");
        }
        // A producer that failed once may have records half on their way: each lead begins with a new one.
        var producer = producers.get();
        try {
            var epoch = epoch(connection);
            var before = OnItsWay.NOTHING;
            while (isRunning()) {
                var next = send(producer, read(connection, before.rows()), epoch);
                mark(connection, before);
                before = next;
                if (!next.rows().isEmpty() && next.rows().size() < FEW) {
                    // Whatever commits meanwhile is said and marked together.
                    Thread.sleep(BREATH_MILLIS);
                }
                if (next.rows().isEmpty()) {
                    woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    woken.drainPermits();
                }
            }
        } finally {
            // At once: what is not acknowledged is not marked and will be sent again. Waiting for a broker that is down
            // would keep the service from stopping.
            producer.close(Duration.ZERO);
        }
    }

    private static int epoch(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement("SELECT current FROM epoch");
                var answer = ask.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private List<Waiting> read(Connection connection, List<Waiting> inFlight) throws SQLException {
        try (var ask = connection.prepareStatement(READ)) {
            ask.setArray(1, positions(connection, inFlight));
            ask.setInt(2, settings.batch());
            var waiting = new ArrayList<Waiting>();
            try (var row = ask.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getString(6),
                            row.getString(7),
                            row.getLong(8),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            row.getString(10),
                            row.getString(11)));
                }
            }
            return waiting;
        }
    }

    private OnItsWay send(Producer<byte[], byte[]> producer, List<Waiting> rows, int epoch) {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(rows.size() * 2);
        for (var row : rows) {
            var key = row.subject().getBytes(StandardCharsets.UTF_8);
            var value = row.envelope(source, epoch);
            acknowledgements.add(producer.send(new ProducerRecord<>(row.topic(), key, value)));
            if (row.forOrganisation()) {
                acknowledgements.add(
                        producer.send(new ProducerRecord<>("organisation." + row.organisation(), key, value)));
            }
        }
        return new OnItsWay(rows, acknowledgements);
    }

    private static void mark(Connection connection, OnItsWay batch) throws Exception {
        if (batch.rows().isEmpty()) {
            return;
        }
        for (var acknowledgement : batch.acknowledgements()) {
            acknowledgement.get();
        }
        try (var mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, positions(connection, batch.rows()));
            mark.executeUpdate();
        }
    }

    private static java.sql.Array positions(Connection connection, List<Waiting> rows) throws SQLException {
        return connection.createArrayOf(
                "bigint", rows.stream().map(Waiting::position).toArray());
    }
}
