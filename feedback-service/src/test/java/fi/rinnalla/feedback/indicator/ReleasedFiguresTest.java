package fi.rinnalla.feedback.indicator;

import static fi.rinnalla.feedback.World.must;
import static fi.rinnalla.feedback.World.read;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Figures of periods that are over: frozen, versioned, said; in parts and side by side; as a table; beside other organisations. */
@RealService
class ReleasedFiguresTest {

    private static final AtomicLong NEXT = new AtomicLong(0x0197a1c100017000L);
    private static final String ACTIVITY = "0197a1c0-0000-7000-8000-0000000000ac";

    @LocalServerPort
    int port;

    private final KafkaEar kafka = KafkaEar.onInfrastructure();
    private World world;

    @BeforeEach
    void people() {
        world = new World(port);
        Eventually.holds(() -> {
            try {
                return kafka.records("meeting") != null
                        && kafka.records("claim") != null
                        && kafka.records("aggregate") != null;
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    private void say(String topic, String type, String data) {
        var subject = UUID.randomUUID().toString();
        kafka.say(topic, subject, """
                {"specversion": "1.0", "id": "%s", "source": "/session-service", "type": "fi.rinnalla.%s", "subject": "%s",
                 "time": "2017-11-01T08:15:30Z", "datacontenttype": "application/json", "organisation": "sovatek",
                 "sequence": 1, "epoch": 1, "data": {"unit": "%s", %s}}""".formatted(new UUID(NEXT.getAndIncrement(), 0), type, subject, world.unit, data));
    }

    private void held(String channel, boolean pair, int actual) {
        say("meeting", "meeting.held", """
                "kind": "one-to-one", "channel": "%s", "heldOn": "2017-10-10", "plannedMinutes": 60, "actualMinutes": %d,
                "startedBy": "client", "roles": ["client"%s], "closingQuestion": "private", "activity": "%s"
                """.formatted(channel, actual, pair ? ", \"peer-expert\"" : "", ACTIVITY));
    }

    private JsonNode october(String indicator) {
        return read(world.manager, "/api/v1/indicators/%s?unit=%s&year=2017".formatted(indicator, world.unit))
                .at("/periods/9");
    }

    private JsonNode inParts(String indicator, String dimension) {
        return read(
                        world.manager,
                        "/api/v1/indicators/%s/by/%s?unit=%s&year=2017".formatted(indicator, dimension, world.unit))
                .at("/periods/9/parts");
    }

    private static JsonNode part(JsonNode parts, String name) {
        return parts.valueStream()
                .filter(part -> part.path("part").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFigureOfAPeriodThatIsOverIsFrozenAndWhatComesLateMakesANewVersion() {
        for (int i = 0; i < 6; i++) {
            held("phone", false, i < 3 ? 20 : 60);
        }
        var first = Eventually.get(
                () -> october("sufficient-time"), row -> row.path("version").asInt() == 1);
        assertThat(first.at("/rate/n").asInt()).isEqualTo(5);
        for (int i = 0; i < 3; i++) {
            held("phone", false, 60);
        }
        Eventually.holds(() -> facts("SUFFICIENT_TIME") == 9);
        assertThat(october("sufficient-time")).as("three more do not reopen it").isEqualTo(first);
        held("phone", false, 60);
        var second = Eventually.get(
                () -> october("sufficient-time"), row -> row.path("version").asInt() == 2);
        assertThat(second.at("/rate/n").asInt()).isEqualTo(10);
        var said = Eventually.get(
                () -> kafka.eventsOf("aggregate", "sovatek/%s/sufficient-time/2017-10".formatted(world.unit)),
                events -> events.size() == 2);
        assertThat(said.get(1).at("/data/value").asDouble())
                .isEqualTo(second.at("/rate/share").asDouble());
        assertThat(said).extracting(event -> event.at("/data/version").asInt()).containsExactly(1, 2);
    }

    private int facts(String indicator) {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement()
                        .executeQuery("SELECT count(*) FROM known_fact WHERE indicator = '%s' AND unit = '%s'"
                                .formatted(indicator, world.unit))) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void meetingsAreToldByPairChannelAndActivityWithTheDifferenceCalledWhatItIs() {
        for (int i = 0; i < 40; i++) {
            held("face-to-face", true, i < 38 ? 60 : 20);
            held("video", false, i < 12 ? 60 : 20);
        }
        Eventually.holds(() -> facts("SUFFICIENT_TIME") == 80);
        var parts = inParts("sufficient-time", "pair");
        var with = part(parts, "with-peer-expert");
        assertThat(with.at("/rate/share").asDouble()).isEqualTo(0.95);
        assertThat(with.at("/against/difference").asDouble()).isEqualTo(0.65);
        assertThat(with.at("/against/size").asString()).isEqualTo("large");
        assertThat(with.at("/against/low").asDouble()).isGreaterThan(0.4);
        assertThat(part(inParts("sufficient-time", "channel"), "phone")
                        .at("/rate")
                        .toString())
                .isEqualTo("{\"under\":5}");
        assertThat(inParts("sufficient-time", "activity").at("/0/part").asString())
                .isEqualTo(ACTIVITY);
        assertThat(read(world.manager, "/api/v1/indicators/sufficient-time/by/pair?year=2017")
                        .path("wording")
                        .asString())
                .contains("eivät todista syytä");
        assertThat(world.manager
                        .get("/api/v1/indicators/sufficient-time/by/shoe-size")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void daysToPaymentAreAMeanAndTheirShareStandsBeside() {
        for (int days : new int[] {10, 12, 14, 20, 24}) {
            say(
                    "claim",
                    "claim.paid",
                    "\"submittedOn\": \"2017-10-01\", \"paidOn\": \"2017-10-20\", \"days\": " + days);
        }
        var mean = Eventually.get(
                () -> october("days-to-payment"), row -> row.at("/rate/n").asInt() == 5);
        assertThat(mean.at("/rate/mean").asDouble()).isEqualTo(16.0);
        assertThat(october("paid-in-14-days").at("/rate/share").asDouble()).isEqualTo(0.6);
    }

    @Test
    void opinionsOfOthersHaveFiguresOfTheirOwnAndAreHiddenWhereAllThinkAlike() {
        for (int i = 0; i < 6; i++) {
            must(
                    200,
                    world.anybody.postForm(
                            world.link(", \"giver\": \"peer-expert\""),
                            "meaningful=" + (i % 2 == 0 ? 5 : 2) + "&too-heavy=1"));
        }
        // Thursday of week 44 is in November
        Eventually.holds(
                () -> read(world.manager, "/api/v1/indicators/peer-meaningful?unit=%s&year=2017".formatted(world.unit))
                                .at("/periods/10/rate/n")
                                .asInt()
                        == 6);
        assertThat(read(world.manager, "/api/v1/indicators/peer-too-heavy?unit=%s&year=2017".formatted(world.unit))
                        .at("/periods/10/rate")
                        .toString())
                .isEqualTo("{\"under\":5}");
        assertThat(read(world.manager, "/api/v1/views/heard?unit=%s&year=2017".formatted(world.unit))
                        .at("/periods/10/all")
                        .toString())
                .as("not among clients")
                .isEqualTo("{\"under\":5}");
        var said = kafka.eventsOf("feedback", "sovatek/" + world.unit);
        assertThat(said)
                .hasSize(6)
                .allSatisfy(event ->
                        assertThat(event.toString()).contains("given-by-others").doesNotContain("too-heavy"));
    }

    @Test
    void theTableForASpreadsheetIsInTheReadersLanguageSafeAndOnlySentWhenItChanged() {
        for (int i = 0; i < 5; i++) {
            held("phone", i < 2, 60);
        }
        var path = "/api/v1/exports/indicators?unit=%s&year=2017".formatted(world.unit);
        Eventually.holds(() -> {
            var lines = must(200, world.manager.get(path + "&format=json")).json();
            return !lines.isEmpty()
                    && lines.valueStream().allMatch(line -> line.path("row").has("version"));
        });
        var table = must(200, world.manager.with("Accept-Language", "sv").get(path));
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body())
                .startsWith("\uFEFFkod;namn;period")
                .contains("with-peer-expert;Erfarenhetsexpert med;2017-10;1;5;0,400");
        assertThat(world.manager
                        .with("Accept-Language", "sv")
                        .with("If-None-Match", String.valueOf(table.header("ETag")))
                        .get(path)
                        .status())
                .isEqualTo(304);
        assertThat(world.manager.with("Accept-Language", "en").get(path).body())
                .contains("code,name".replace(',', ';'), "0.400");
        assertThat(must(200, world.manager.get(path + "&format=json"))
                        .json()
                        .get(0)
                        .has("row"))
                .isTrue();
        assertThat(world.manager.get(path + "&format=xls").status()).isEqualTo(400);
        assertThat(List.of("=1+1", "+358", "-1", "@a", "plain").stream()
                        .map(ExportIndicators::safe)
                        .toList())
                .containsExactly("'=1+1", "'+358", "'-1", "'@a", "plain");
    }

    @Test
    void organisationsAreComparedAmongThoseWhoTakePartAndNobodyIsNamed() throws Exception {
        try (var admin = Infrastructure.running().admin("feedback")) {
            for (int i = 0; i < 11; i++) {
                admin.createStatement()
                        .execute(
                                "INSERT INTO released_figure (organisation, indicator, unit, period, version, n, value) VALUES ('org-%d', 'returns', '', '2016-Q1', 1, %d, %s)"
                                        .formatted(i, i == 10 ? 9 : 10, 0.1 * i));
                admin.createStatement()
                        .execute(
                                "INSERT INTO benchmark_agreement (organisation, why, until) VALUES ('org-%d', 'Vertailu', DATE '2999-12-31') ON CONFLICT DO NOTHING"
                                        .formatted(i));
            }
            admin.createStatement()
                    .execute(
                            "INSERT INTO released_figure (organisation, indicator, unit, period, version, n, value) VALUES ('jyvaskyla', 'returns', '', '2016-Q1', 1, 20, 0.42)");
        }
        var manager = Http.at("http://localhost:" + port).bearing(TestIssuer.token("helena", "jyvaskyla", "manager"));
        var path = "/api/v1/benchmarks/returns?year=2016";
        assertThat(read(manager, path).at("/periods/0/spread").isMissingNode())
                .as("who does not take part sees nobody")
                .isTrue();
        must(
                204,
                manager.post(
                        "/api/v1/benchmarks/agreement",
                        "{\"why\": \"Opimme toisiltamme\", \"until\": \"2027-12-31\"}"));
        var row = read(manager, path).at("/periods/0");
        assertThat(row.path("own").asDouble()).isEqualTo(0.42);
        assertThat(row.at("/spread/middle").asDouble()).isEqualTo(0.45);
        assertThat(read(manager, path).toString()).doesNotContain("org-");
        try (var admin = Infrastructure.running().admin("feedback")) {
            admin.createStatement()
                    .execute("UPDATE benchmark_agreement SET until = DATE '2017-01-01' WHERE organisation = 'org-0'");
        }
        assertThat(read(manager, path).at("/periods/0/under").asInt())
                .as("nine others are too few")
                .isEqualTo(10);
        must(204, manager.post("/api/v1/benchmarks/agreement", "{\"why\": \"Lopetamme\", \"until\": \"2017-01-01\"}"));
        assertThat(read(manager, path).at("/periods/0/spread").isMissingNode()).isTrue();
    }
}
