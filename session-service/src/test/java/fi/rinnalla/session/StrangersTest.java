package fi.rinnalla.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.testing.Addresses;
import fi.rinnalla.testing.Guarded;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever is not of the organisation finds nothing: with the gateway out of the way, and straight in the database. */
@RealService
class StrangersTest {

    static final String ROLES = "coordinator professional peer-expert client manager analyst operator";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    static Stream<Arguments> tokensThatAreNotBelieved() {
        var hourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
        var good = TestIssuer.token("kaisa", "sovatek", "coordinator");
        var header = Base64URL.encode("{\"alg\":\"none\"}").toString();
        return Stream.of(
                Arguments.of(
                        "expired",
                        TestIssuer.token("kaisa", "sovatek", claims -> claims.expirationTime(hourAgo), "coordinator")),
                Arguments.of(
                        "without an end",
                        TestIssuer.token("kaisa", "sovatek", claims -> claims.expirationTime(null), "coordinator")),
                Arguments.of(
                        "for another audience",
                        TestIssuer.token("kaisa", "sovatek", claims -> claims.audience("shop"), "coordinator")),
                Arguments.of(
                        "of another issuer",
                        TestIssuer.token(
                                "kaisa", "sovatek", claims -> claims.issuer("http://evil.test"), "coordinator")),
                Arguments.of(
                        "for an organisation that is not the issuer's",
                        TestIssuer.token("kaisa", "elsewhere", "coordinator")),
                Arguments.of(
                        "without an organisation",
                        TestIssuer.token("kaisa", "sovatek", claims -> claims.claim("org", null), "coordinator")),
                Arguments.of(
                        "that names nobody",
                        TestIssuer.token("kaisa", "sovatek", claims -> claims.subject(null), "coordinator")),
                Arguments.of("signed by another key", TestIssuer.forged("kaisa", "sovatek", "coordinator")),
                Arguments.of("with alg none", header + "." + good.split("\\.")[1] + "."),
                Arguments.of("that is no token", "abc"));
    }

    @ParameterizedTest(name = "a token {0} is not believed")
    @MethodSource("tokensThatAreNotBelieved")
    void aTokenIsNotBelieved(String name, String token) {
        var answer = Http.at("http://localhost:" + port).bearing(token).get("/api/v1/meetings");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-logged-in");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void noAddressOpensWithoutATokenAndEachSaysWhoMayUseIt() {
        var addresses = Addresses.of(service);
        assertThat(addresses).hasSizeGreaterThan(10);
        for (var address : addresses) {
            var http = Http.at("http://localhost:" + port);
            var answer = address.method().equals("GET") ? http.get(address.path()) : http.post(address.path(), "{}");
            assertThat(answer.status()).as(address.toString()).isEqualTo(401);
            assertThat(address.handler().getMethodAnnotation(AllowedTo.class))
                    .as(address.toString())
                    .isNotNull();
        }
    }

    @Test
    void toARoleThatMayNotAnAddressIsNotThere() {
        var nobody = Http.at("http://localhost:" + port).bearing(TestIssuer.token("kaisa", "sovatek", "gardener"));
        var bodies = Addresses.of(service).stream()
                .filter(address -> address.method().equals("GET"))
                .map(address -> nobody.get(address.path()))
                .peek(answer -> assertThat(answer.status()).isEqualTo(404))
                .map(Http.Answer::body)
                .distinct();
        assertThat(bodies).hasSize(1);
    }

    @Test
    void anotherOrganisationFindsNothingAtAnyAddress() {
        var sovatek = everybodyOf("sovatek");
        sovatek.post("/api/v1/units", "{\"slug\": \"salainen-yksikko\", \"name\": \"Salainen yksikkö\"}");
        sovatek.post("/api/v1/units", "{\"slug\": \"sama-tunnus\", \"name\": \"Salainen sama\"}");
        var activity = sovatek.post("/api/v1/activities", """
                {"unit": "salainen-yksikko", "name": "Salainen toiminta %s", "startedOn": "2017-10-01"}""".formatted(UUID.randomUUID()));
        var meeting = sovatek.post("/api/v1/meetings", """
                {"unit": "salainen-yksikko", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31",
                 "plannedMinutes": 45, "peerExpertWanted": false}""");
        var client = sovatek.post(
                "/api/v1/clients",
                "{\"unit\": \"salainen-yksikko\", \"client\": \"salainen-%s\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8)));
        var plan = sovatek.post("/api/v1/plans", "{\"client\": \"%s\"}".formatted(client.created()));
        assertThat(plan.status()).as(plan.body()).isEqualTo(201);

        var stranger = everybodyOf("jyvaskyla").with("Purpose", "meeting").with("If-Match", "\"1\"");
        for (var address : Addresses.of(service)) {
            if (address.method().equals("GET")) {
                var answer = stranger.get(address.path());
                assertThat(answer.body())
                        .as(address.toString())
                        .doesNotContain("salainen", "Salainen", meeting.created(), activity.created(), plan.created());
            }
        }
        // Each thing by its own id answers to the byte as a random id does.
        for (var path : new String[] {"/api/v1/meetings/%s", "/api/v1/plans/%s", "/api/v1/plans/%s/access-log"}) {
            var random = stranger.get(path.formatted(UUID.randomUUID()));
            for (var id : new String[] {meeting.created(), plan.created()}) {
                assertThat(stranger.get(path.formatted(id)).body()).isEqualTo(random.body());
                assertThat(stranger.get(path.formatted(id)).status()).isEqualTo(404);
            }
        }
        // A unit of the same slug may exist on both sides, so its slug betrays nothing.
        assertThat(stranger.with("Idempotency-Key", "own-unit")
                        .postAgain("/api/v1/units", "{\"slug\": \"sama-tunnus\", \"name\": \"Oma\"}")
                        .status())
                .isEqualTo(201);
    }

    private Http everybodyOf(String organisation) {
        return Http.at("http://localhost:" + port)
                .bearing(TestIssuer.token("somebody-of-" + organisation, organisation, ROLES.split(" ")));
    }

    @Test
    void everyTableIsGuardedAndTheGuardHoldsWithoutTheApplication() throws SQLException {
        anotherOrganisationFindsNothingAtAnyAddress();
        try (var admin = Infrastructure.running().admin("session")) {
            assertThat(Guarded.unguarded(admin)).isEmpty();
            assertThat(Guarded.privilegesOf(admin, "session_service")).isEmpty();
            assertThat(Guarded.privilegesOf(admin, "session_keeper")).isEmpty();
            for (var table : Guarded.tables(admin)) {
                assertThat(Guarded.foreignRows(admin, "session_service", table, "jyvaskyla"))
                        .as(table)
                        .isZero();
                assertThat(Guarded.foreignRows(admin, "session_service", table, ""))
                        .as(table)
                        .isZero();
            }
            assertThat(Guarded.rows(admin, "meeting", "sovatek")).isPositive();
        }
    }

    @Test
    void aTableThatSomebodyForgotToGuardWouldBeCaught() throws SQLException {
        try (var admin = Infrastructure.running().admin("session")) {
            admin.createStatement().execute("CREATE TABLE forgotten (organisation text)");
            assertThat(Guarded.unguarded(admin)).containsExactly("forgotten");
            admin.createStatement().execute("GRANT SELECT ON forgotten TO session_service");
            admin.createStatement().execute("INSERT INTO forgotten VALUES ('sovatek')");
            assertThat(Guarded.foreignRows(admin, "session_service", "forgotten", "jyvaskyla"))
                    .isEqualTo(1);
            admin.createStatement().execute("DROP TABLE forgotten");
        }
    }
}
