package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.local.seeds.LoadSeeds;
import fi.rinnalla.local.seeds.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Planted names, numbers, words and links are looked for wherever they must not be; and seeds told twice change nothing. */
class NothingLeaksIT {

    @Test
    void noPlantedNameNumberWordOrLinkIsInAnyTopicLogOrMetric() throws Exception {
        var canary = "kanarialintu" + UUID.randomUUID().toString().replace("-", "");
        var mikko = Running.as("mikko.ammattilainen");
        var client = mikko.get("/api/v1/clients").json().at("/items/0/id").asString();
        var plan = mikko.post("/api/v1/plans", Map.of("client", client), canary + "-key", null);
        var id = plan.header("Location").substring(plan.header("Location").lastIndexOf('/') + 1);
        mikko.post(
                "/api/v1/plans/" + id + "/revisions",
                Map.of(
                        "proposedBy",
                        "client",
                        "reason",
                        canary,
                        "answers",
                        "meeting",
                        "goals",
                        List.of(Map.of("source", "client", "clientWords", canary, "workerWords", canary))),
                UUID.randomUUID().toString(),
                plan.header("ETag"));
        mikko.post(
                "/api/v1/plans",
                "{\"unit\": \"" + canary + "\", \"" + canary + "\": 131052-308T",
                UUID.randomUUID().toString(),
                null);
        var ask = mikko.post(
                "/api/v1/asks",
                Map.of(
                        "unit",
                        "paihdeklinikka",
                        "week",
                        "2017-W47",
                        "kind",
                        "one-to-one",
                        "channel",
                        "phone",
                        "withPeerExpert",
                        false),
                null,
                null);
        var link = ask.json().path("link").asString();
        var path = link.substring(link.indexOf("/a/"));
        var giver = Visitor.unknown(Running.system().address());
        var thanks = giver.postForm(path, Map.of("heard", "4", "words", canary + " 131052-308T"));
        var code = thanks.body().replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");
        giver.postForm("/r", Map.of("code", code));
        giver.get(path + "?lang=sv");
        var drawing = Running.as("kaisa.koordinaattori")
                .post(
                        "/api/v1/doors",
                        Map.of("unit", "paihdeklinikka"),
                        UUID.randomUUID().toString(),
                        null)
                .json()
                .path("path")
                .asString();
        giver.postForm(
                drawing.substring(drawing.indexOf("/u/")),
                Map.of("steps", "1", "service1", canary, "works1", "no", "topic1", canary));
        waitUntilSaid();

        var forbidden = List.of(canary, "131052", path.substring(3), code, "antti.asiakas");
        for (var log : logs()) {
            assertThat(Files.readString(log)).as(log.toString()).doesNotContain(forbidden);
        }
        for (var topic : List.of(
                "meeting",
                "plan",
                "client",
                "commitment",
                "unmet-need",
                "notebook",
                "idea",
                "unit",
                "peer-expert",
                "peer-request",
                "claim",
                "training",
                "feedback",
                "aggregate",
                "access-log",
                "organisation.sovatek")) {
            assertThat(everythingOn(topic)).as(topic).isNotEmpty().doesNotContain(forbidden);
        }
        for (int port : List.of(
                Running.system().ports().session(), Running.system().ports().feedback())) {
            assertThat(Visitor.unknown("http://127.0.0.1:" + port)
                            .get("/actuator/prometheus")
                            .body())
                    .contains("rinnalla_outbox_depth")
                    .doesNotContain(forbidden);
        }
        // And nothing that is kept holds the link itself, or says when or for which meeting it was given.
        for (var table : List.of("ask", "answer", "words", "receipt", "answered_request", "outbox_sent")) {
            assertThat(rows("feedback", "SELECT string_agg(t::text, '') FROM " + table + " t")
                            .toString())
                    .doesNotContain(path.substring(3), code);
        }
    }

    @Test
    void everyMetricThatAlertsAndDashboardsNameIsThere() throws Exception {
        var named = new java.util.TreeSet<String>();
        for (var file : List.of("ops/prometheus/alerts.yml", "ops/grafana/dashboards/rinnalla.json")) {
            java.util.regex.Pattern.compile("\\b(rinnalla|http_server|jvm)_[a-z_]+")
                    .matcher(Files.readString(Running.REPOSITORY.resolve(file)))
                    .results()
                    .forEach(name -> named.add(name.group()));
        }
        assertThat(named).contains("rinnalla_outbox_age_seconds", "rinnalla_inbox_parked");
        var metrics = Visitor.unknown(
                        "http://127.0.0.1:" + Running.system().ports().feedback())
                .get("/actuator/prometheus")
                .body();
        assertThat(metrics).contains(named);
    }

    @Test
    void seedsThatAreToldTwiceChangeNothing() throws Exception {
        waitUntilSaid();
        var before = counts();
        new LoadSeeds(Running.system().address(), Running.REPOSITORY.resolve("seeds"), line -> {}).load();
        waitUntilSaid();
        assertThat(counts()).isEqualTo(before);
    }

    private static List<String> counts() throws SQLException {
        var counts = new ArrayList<String>();
        for (var table : List.of("unit", "activity", "meeting", "plan", "plan_revision")) {
            counts.addAll(rows("session", "SELECT '" + table + " ' || count(*) FROM " + table));
        }
        counts.addAll(rows("session", "SELECT 'said ' || count(*) FROM outbox_sent WHERE topic <> 'access-log'"));
        counts.addAll(rows("peer_expert", "SELECT 'assignments ' || count(*) FROM assignment"));
        counts.addAll(rows(
                "feedback",
                "SELECT 'answers ' || ((SELECT count(*) FROM answer) + (SELECT count(*) FROM heard_answer))"));
        counts.addAll(rows("feedback", "SELECT 'receipts ' || count(*) FROM receipt"));
        return counts;
    }

    private static void waitUntilSaid() {
        // Figures of 2017 are out once the views have heard the seeds.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !rows("feedback", "SELECT count(*) FROM released_figure")
                        .equals(List.of("0")));
        for (var database : List.of("session", "peer_expert", "feedback")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rows(database, "SELECT count(*) FROM outbox").equals(List.of("0")));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows("feedback", """
                SELECT unit FROM answer GROUP BY organisation, unit, week HAVING count(*) >= 5""").isEmpty());
    }

    private static List<Path> logs() throws Exception {
        try (var files = Files.list(Path.of("target/system/logs"))) {
            var logs = files.toList();
            assertThat(logs).hasSizeGreaterThan(5);
            return logs;
        }
    }

    private static String everythingOn(String topic) {
        var settings = new HashMap<String, Object>(Running.system().broker().login());
        settings.put("bootstrap.servers", Running.system().broker().address());
        var all = new StringBuilder();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record ->
                                all.append(record.key()).append(record.value()).append(record.headers()));
            }
        }
        return all.toString();
    }

    private static List<String> rows(String database, String sql) throws SQLException {
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
