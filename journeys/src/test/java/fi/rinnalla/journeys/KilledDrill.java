package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.journeys.Observation.OnTopic;
import fi.rinnalla.journeys.Observation.Said;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A system of the organisation plans and closes meetings while parts of Rinnalla are killed as the kernel would. Whatever
 * was not answered is sent again with the same key. Afterwards the checker looks.
 */
class KilledDrill {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    /** A meeting from plan to close, with each request sent until it is answered. */
    private void oneMeeting(String unit, int n, Map<String, Integer> acknowledged) throws Exception {
        var planned = untilAnswered("/api/v1/meetings", unit + "-plan-" + n, null, """
                {"unit": "%s", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45,
                 "peerExpertWanted": false}""".formatted(unit));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        var location = planned.headers().firstValue("Location").orElseThrow();
        var id = location.substring(location.lastIndexOf('/') + 1);
        acknowledged.put(id, 1);
        var held = untilAnswered(
                location + "/hold",
                unit + "-hold-" + n,
                planned.headers().firstValue("ETag").orElseThrow(),
                """
                {"heldOn": "2017-10-31", "actualMinutes": 50, "startedBy": "client", "roles": ["client", "professional"],
                 "closingQuestion": "spoken"}""");
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        acknowledged.put(id, 2);
    }

    private HttpResponse<String> untilAnswered(String path, String key, String ifMatch, String body) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var request = HttpRequest.newBuilder(URI.create(Running.system().address() + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body));
                if (ifMatch != null) {
                    request.header("If-Match", ifMatch);
                }
                var answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .contains("problem+json");
            } catch (java.io.IOException unknown) {
                // no answer: it may have been done or not
            }
            assertThat(System.nanoTime()).as("no answer within " + PATIENCE).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String unit(String prefix) throws Exception {
        token = systemToken("sovatek");
        var slug = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(untilAnswered("/api/v1/units", slug, null, "{\"slug\": \"%s\", \"name\": \"Koe\"}".formatted(slug))
                        .statusCode())
                .isEqualTo(201);
        return slug;
    }

    private Map<String, Integer> load(String unit, int meetings, Runnable meanwhile) throws Exception {
        var acknowledged = new ConcurrentHashMap<String, Integer>();
        var done = new AtomicInteger();
        var tasks = new ArrayList<Callable<Object>>();
        for (int i = 0; i < meetings; i++) {
            int n = i;
            tasks.add(() -> {
                oneMeeting(unit, n, acknowledged);
                return done.incrementAndGet();
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var futures = tasks.stream().map(threads::submit).toList();
            Awaitility.await().atMost(PATIENCE).until(() -> done.get() > meetings / 4);
            meanwhile.run();
            for (var future : futures) {
                future.get();
            }
        }
        return acknowledged;
    }

    @Test
    void aServiceThatIsKilledInTheMiddleOfALoadLosesAndDoublesNothing() throws Exception {
        var unit = unit("killed");
        var acknowledged = load(unit, 200, () -> {
            for (var victim : List.of(
                    Running.system().session(),
                    Running.system().feedback(),
                    Running.system().session())) {
                try {
                    victim.kill();
                    victim.startAgain();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }
        });
        assertThat(acknowledged).hasSize(200);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Checker.broken(observe(unit, acknowledged))).isEmpty());
    }

    @Test
    void withTheBrokerKilledCommandsAreStillAnsweredAndEverythingIsSaidAfterwards() throws Exception {
        var unit = unit("brokerless");
        Running.system().broker().kill();
        Map<String, Integer> acknowledged;
        try {
            acknowledged = load(unit, 40, () -> {});
            assertThat(acknowledged).hasSize(40);
            assertThat(observeUnsaid(unit)).isEqualTo(80);
        } finally {
            Running.system().broker().startAgain();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Checker.broken(observe(unit, acknowledged))).isEmpty());
    }

    private static String systemToken(String organisation) throws Exception {
        var name = organisation + "-system";
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(Running.system().issuer() + "/oauth2/token"))
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
                    .path("access_token")
                    .asString();
        }
    }

    private static Observation observe(String unit, Map<String, Integer> acknowledged) throws Exception {
        var owned = strings("session", "SELECT id FROM meeting WHERE unit = '%s'".formatted(unit));
        var outbox = new ArrayList<Said>();
        var ofTheRun = "subject IN (SELECT id::text FROM meeting WHERE unit = '%s')".formatted(unit);
        for (var table : List.of("outbox", "outbox_sent")) {
            for (var row : strings(
                    "session",
                    "SELECT id || ' ' || type || ' ' || subject || ' ' || sequence FROM %s WHERE %s"
                            .formatted(table, ofTheRun))) {
                var part = row.split(" ");
                outbox.add(new Said(part[0], part[1], part[2], Long.parseLong(part[3]), 1));
            }
        }
        var viewed = strings("feedback", "SELECT event FROM indicator_event WHERE unit = '%s'".formatted(unit));
        var parked = strings("feedback", "SELECT subject FROM inbox_parked WHERE subject IS NOT NULL");
        return new Observation(
                new TreeMap<>(acknowledged),
                Set.of(),
                owned,
                outbox,
                observeUnsaid(unit),
                topic(Set.copyOf(owned)),
                viewed,
                Set.of("fi.rinnalla.meeting.held"),
                parked,
                0);
    }

    private static long observeUnsaid(String unit) throws SQLException {
        return strings(
                        "session",
                        "SELECT id FROM outbox WHERE subject IN (SELECT id::text FROM meeting WHERE unit = '%s')"
                                .formatted(unit))
                .size();
    }

    private static List<OnTopic> topic(Set<String> subjects) {
        var settings = new HashMap<String, Object>(Running.system().broker().login());
        settings.put("bootstrap.servers", Running.system().broker().address());
        var records = new ArrayList<OnTopic>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("meeting").stream()
                    .map(partition -> new TopicPartition("meeting", partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    var event = JSON.readTree(record.value());
                    if (subjects.contains(record.key())) {
                        records.add(new OnTopic(
                                record.partition(),
                                record.offset(),
                                record.key(),
                                new Said(
                                        event.path("id").asString(),
                                        event.path("type").asString(),
                                        event.path("subject").asString(),
                                        event.path("sequence").asLong(),
                                        event.path("epoch").asInt())));
                    }
                });
            }
        }
        return records;
    }

    private static List<String> strings(String database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(Running.system().database().jdbcUrl(database), "postgres", "");
                var row = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }
}
