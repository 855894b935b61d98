package fi.rinnalla.journeys.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.journeys.Running;
import fi.rinnalla.local.run.Home;
import fi.rinnalla.local.run.LocalSystem;
import fi.rinnalla.local.run.Ports;
import fi.rinnalla.local.seeds.Visitor;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * An installation that an earlier version made is started by the present one: whatever its people saw, they see, and every
 * record that was in a stream is there. The archives are made by {@code src/test/upgrade/make-archive.sh}.
 *
 * <p>The ports are others than those it was made with. People are known by their logins, so they are the same people; only
 * the answers kept under their Idempotency-Keys belong to another address of the identity provider.
 */
@TestMethodOrder(OrderAnnotation.class)
@DisabledOnOs(value = OS.MAC, disabledReason = "the archive holds a PostgreSQL cluster made on Linux")
class UpgradeDrill {

    private static final String FROM = "0.1.0";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What people see otherwise since then, each with its reason. */
    private static final Map<Pattern, String> EXPECTED = Map.of(
            Pattern.compile("GET /api/v1/(exports/)?indicators[^ ]*: /body/(.+/)?(formula|wording|name) was "),
            "0.2.0 tells formulas in the reader's language and words some indicators anew",
            Pattern.compile("GET /api/v1/views/[^ ]*: /body/wording was "),
            "0.2.0 words anew that figures tell of the same time");

    private static LocalSystem system;
    private static Snapshot before;

    @BeforeAll
    static void theEarlierInstallationIsStartedByThePresentVersion() throws Exception {
        var folder = Path.of("target", "upgrade", FROM).toAbsolutePath();
        Running.deleteAll(folder.resolve("data"));
        Running.deleteAll(folder.resolve("snapshot.json"));
        before = Archive.unpacked(FROM, folder).snapshot();
        assertThat(before.answers()).hasSizeGreaterThan(1_000);
        assertThat(before.streams().get("organisation.sovatek")).hasSizeGreaterThan(100);
        system = new LocalSystem(
                new Home(Running.REPOSITORY, folder),
                new Ports(Running.eightInARow()),
                System.out::println,
                Map.of("gateway.requests-per-minute", 100_000));
        system.start();
    }

    @AfterAll
    static void end() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    private static Snapshot now() {
        return Snapshot.again(before, system.address(), kafka());
    }

    private static List<String> unexpected(Snapshot after) {
        return Snapshot.differences(before, after).stream()
                .filter(one -> EXPECTED.keySet().stream()
                        .noneMatch(pattern -> pattern.matcher(one).find()))
                .toList();
    }

    @Test
    @Order(1)
    void peoplesRecordsTheFiguresAndTheStreamsAreAsTheyWere() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unexpected(now())).isEmpty());
    }

    @Test
    @Order(2)
    void peopleGoOn() {
        var mikko = as("mikko.ammattilainen");
        var planned = mikko.post(
                "/api/v1/meetings",
                Map.of(
                        "unit", "lifti",
                        "kind", "one-to-one",
                        "channel", "phone",
                        "plannedOn", "2017-12-13",
                        "plannedMinutes", 45,
                        "peerExpertWanted", false),
                key(),
                null);
        var meeting = created(planned);
        var held = mikko.post(
                "/api/v1/meetings/" + meeting + "/hold",
                Map.of(
                        "heldOn", "2017-12-13",
                        "actualMinutes", 50,
                        "startedBy", "client",
                        "roles", List.of("client", "professional"),
                        "closingQuestion", "declined"),
                key(),
                planned.header("ETag"));
        assertThat(held.status()).as(held.body()).isEqualTo(200);
        var idea = created(as("antti.asiakas")
                .post(
                        "/api/v1/ideas",
                        Map.of(
                                "unit", "lifti",
                                "words", "Kahvi myös iltapäivällä.",
                                "origin", "client",
                                "area", "common-good",
                                "form", "idea",
                                "proposedOn", "2017-12-13"),
                        key(),
                        null));
        // One that was there is changed, too: the client's earlier wish is read, and written with what is new.
        var client =
                mikko.get("/api/v1/clients?limit=100").json().at("/items/0/id").asString();
        var wished = as("antti.asiakas")
                .post(
                        "/api/v1/clients/" + client + "/wishes",
                        Map.of(
                                "preferredPlaces", List.of("outdoors"),
                                "escortNeeded", false,
                                "limits", List.of("not-by-video")),
                        key(),
                        null);
        assertThat(wished.status()).as(wished.body()).isEqualTo(204);
        assertThat(mikko.get("/api/v1/clients/" + client).body()).contains("not-by-video");

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var stream = Snapshot.subjectsOf(kafka(), "organisation.sovatek");
            assertThat(stream).contains(meeting, idea);
        });
        assertThat(Snapshot.differences(before, now()).stream().filter(one -> one.startsWith("topic ")))
                .isEmpty();
    }

    /** Last, for it spoils the data: what an upgrade could lose is lost by hand, and named. */
    @Test
    @Order(3)
    void whatIsLostOrAlteredIsNamed() throws Exception {
        var sound = Snapshot.differences(before, now());
        spoil(
                "session",
                "UPDATE client SET document = document #- '{wishes,limits}' WHERE document->>'login' = 'ville.asiakas'");
        spoil("session", "UPDATE plan SET document = jsonb_set(document, '{unit}', '\"elsewhere\"')");
        spoil("session", "DELETE FROM tip");
        spoil("feedback", "DELETE FROM indicator_event");
        spoil(
                "feedback",
                "UPDATE view_moved SET moved = nextval('view_move')"); // or figures that were counted would stay
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var named = Snapshot.differences(before, now()).stream()
                    .filter(one -> !sound.contains(one))
                    .toList();
            assertThat(named)
                    .anyMatch(one -> one.matches("ville.asiakas GET /api/v1/clients/.*/limits was .*"))
                    .anyMatch(
                            one -> one.matches("mikko.ammattilainen GET /api/v1/plans/.*/unit was .* is \"elsewhere\""))
                    .anyMatch(one -> one.matches("antti.asiakas GET /api/v1/activities/.*/tips.*"))
                    .anyMatch(one -> one.matches("anu.analyytikko GET /api/v1/indicators/.*"));
        });
    }

    private static void spoil(String database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl(database), "postgres", "")) {
            assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
        }
    }

    private static Map<String, Object> kafka() {
        var kafka = new TreeMap<String, Object>(system.broker().login());
        kafka.put("bootstrap.servers", system.broker().address());
        return kafka;
    }

    private static Visitor as(String login) {
        return Visitor.loggedIn(system.address(), login, login);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String created(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
