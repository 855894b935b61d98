package fi.rinnalla.benchmarks;

import fi.rinnalla.local.run.LocalSystem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * (9) to (13): a million events and answers of 200 units and three years into all views; the views, and the page on which clients
 * answer, read ({@link FeedbackViews}); all views built anew; memory before and after.
 */
final class FeedbackWork {

    private static final int UNITS = 200;
    private static final int RELEASE = 10;
    private static final LocalDate BEGIN = LocalDate.of(2015, 1, 5);
    private static final int DAYS = 3 * 364;

    private final LocalSystem system;
    private final HttpClient http;
    private final List<Measured> lines;
    private final String token;
    private final int events;

    /** @param events of which a tenth are answers */
    FeedbackWork(LocalSystem system, HttpClient http, List<Measured> lines, String token, int events) {
        this.system = system;
        this.http = http;
        this.lines = lines;
        this.token = token;
        this.events = events;
    }

    void all(Path login) throws Exception {
        system.feedback().kill();
        // They hear meetings too; what they would take is not this service's.
        system.session().kill();
        system.peerExpert().kill();
        produce();
        double limit = Tool.number(
                Tool.java(
                        "org.apache.kafka.tools.ConsumerPerformance",
                        List.of(
                                "--topic",
                                "meeting",
                                "--num-records",
                                Integer.toString(events * 9 / 10),
                                "--bootstrap-server",
                                "localhost:" + system.ports().kafka(),
                                "--command-config",
                                login.toString(),
                                "--timeout",
                                "10000")),
                ", \\d+, ([\\d.]+), \\d+, \\d+, [\\d.]+, [\\d.]+");
        system.feedback().startAgain();
        while (heard(1) == 0) {
            Thread.sleep(50);
        }
        long begun = System.nanoTime(); // the start is measured by (5)
        while (heard(1) < heardInAll() / 10) {
            Thread.sleep(100);
        }
        double afterATenth = residentMebibytes();
        awaitFacts(1);
        double seconds = (System.nanoTime() - begun) / 1e9;
        lines.add(new Measured("(9) events and answers into all views", events / seconds, "/s", limit, 0.3, true));
        vacuum();
        new FeedbackViews(system, http, lines, token).all(UNITS);
        rebuild();
        lines.add(new Measured(
                "(13) memory of the service after all of it, beside after the first tenth",
                residentMebibytes(),
                "MiB",
                afterATenth,
                1.2,
                false));
    }

    private void produce() throws IOException {
        var settings = new HashMap<String, Object>(system.broker().login());
        settings.put("bootstrap.servers", "localhost:" + system.ports().kafka());
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", "20");
        settings.put("batch.size", "131072");
        var chance = new Random(31102017);
        var sequences = new int[UNITS];
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int n = 0; n < events; n++) {
                int unit = n % UNITS;
                var day = BEGIN.plusDays(chance.nextInt(DAYS));
                if (n / UNITS % 10 == 9) {
                    // Whole releases: ten answers of a unit one after the other.
                    n += RELEASE - 1;
                    release(producer, unit, day, sequences, chance, n);
                } else {
                    var subject = new UUID(0x0197a1c000007000L + n, n).toString();
                    var _ = producer.send(new ProducerRecord<>("meeting", subject, """
                            {"specversion":"1.0","id":"%s","source":"/session-service","type":"fi.rinnalla.meeting.held","subject":"%s",\
                            "time":"2017-11-01T08:15:30Z","datacontenttype":"application/json","organisation":"sovatek","sequence":1,"epoch":1,\
                            "data":{"unit":"unit-%d","kind":"one-to-one","channel":"%s","heldOn":"%s","plannedMinutes":60,"actualMinutes":%d,\
                            "startedBy":"client","roles":["client"%s],"closingQuestion":"private"}}""".formatted(
                                    new UUID(0x0197a1d000007000L + n, n),
                                    subject,
                                    unit,
                                    chance.nextBoolean() ? "phone" : "face-to-face",
                                    day,
                                    20 + chance.nextInt(80),
                                    chance.nextBoolean() ? ",\"peer-expert\"" : "")));
                }
            }
        }
    }

    private static void release(
            KafkaProducer<String, String> producer, int unit, LocalDate day, int[] sequences, Random chance, int n) {
        var release = new UUID(n, 4);
        var week = "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        for (int i = 0; i < RELEASE; i++) {
            var _ = producer.send(new ProducerRecord<>("feedback", "sovatek/unit-" + unit, """
                    {"specversion":"1.0","id":"%s","source":"/feedback-service","type":"fi.rinnalla.feedback.given","subject":"sovatek/unit-%d",\
                    "time":"2017-11-01T08:15:30Z","datacontenttype":"application/json","organisation":"sovatek","sequence":%d,"epoch":1,\
                    "data":{"unit":"unit-%d","period":"%s","release":"%s","releaseSize":%d,"withPeerExpert":%s,"heard":%d,"enoughTime":%d}}""".formatted(
                            new UUID(0x0197a1e000007000L + n, i),
                            unit,
                            ++sequences[unit],
                            unit,
                            week,
                            release,
                            RELEASE,
                            i % 2 == 0,
                            1 + (i + chance.nextInt(2)) % 5,
                            1 + chance.nextInt(5))));
        }
    }

    /** Until both views have heard all of it, in so many generations; looking costs the database next to nothing. */
    private void awaitFacts(int generation) throws Exception {
        long last = -1;
        long since = System.nanoTime();
        for (long heard = heard(generation); heard < heardInAll(); heard = heard(generation)) {
            if (heard != last) {
                last = heard;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > TimeUnit.MINUTES.toNanos(2)) {
                throw new IOException("the views stand at " + heard + " of " + heardInAll());
            }
            Thread.sleep(200);
        }
        long kept = facts(generation);
        if (kept < heardInAll()) {
            throw new IOException("the views keep " + kept + " of " + heardInAll());
        }
    }

    /** An answer is heard by both views, a meeting by one. */
    private long heardInAll() {
        return events + events / 10L;
    }

    private long heard(int generation) throws SQLException {
        return count("""
                SELECT coalesce(sum(next), 0) FROM inbox_position
                WHERE listener IN ('heard@%1$d', 'indicators@%1$d') AND topic IN ('meeting', 'feedback')""".formatted(generation));
    }

    private long facts(int generation) throws SQLException {
        return count("""
                SELECT (SELECT count(*) FROM heard_answer WHERE generation = %1$d)
                     + (SELECT count(*) FROM indicator_event WHERE generation = %1$d)""".formatted(generation));
    }

    private long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl("feedback"), "postgres", "");
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the database does by itself in quiet hours. */
    private void vacuum() throws SQLException {
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl("feedback"), "postgres", "")) {
            connection.createStatement().execute("VACUUM ANALYZE");
            connection.createStatement().execute("CHECKPOINT");
        }
    }

    /** (12) Both views at once, while they are read. */
    private void rebuild() throws Exception {
        long begun = System.nanoTime();
        // What the operators' request does; nobody here is an operator.
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl("feedback"), "postgres", "")) {
            connection
                    .createStatement()
                    .execute(
                            "INSERT INTO view_generation (view, generation, live) SELECT view, generation + 1, false FROM view_generation WHERE live");
        }
        while (count("SELECT count(*) FROM view_generation WHERE live AND generation > 1") < 2) {
            Thread.sleep(250);
        }
        lines.add(new Measured("(12) rebuild of all views", (System.nanoTime() - begun) / 1e9, "s", 0, 120, false));
    }

    /** Of the service's own process. */
    private static double residentMebibytes() throws IOException {
        for (var process : ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains("feedback-service.jar"))
                .toList()) {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
                }
            }
        }
        throw new IOException("the service does not run");
    }
}
