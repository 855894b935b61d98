package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.testing.Addresses;
import fi.rinnalla.testing.Guarded;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.Structure;
import fi.rinnalla.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Another organisation finds nothing, and the service is built as the house is. */
@RealService
class StrangersTest {

    static final String[] ROLES = {
        "coordinator", "professional", "peer-expert", "client", "manager", "analyst", "operator"
    };

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @Test
    void theServiceIsBuiltAsTheHouseIs() {
        Structure.check(FeedbackService.class);
    }

    @Test
    void noAddressOpensWithoutATokenAndEachSaysWhoMayUseIt() {
        var http = Http.at("http://localhost:" + port);
        for (var address : Addresses.of(service)) {
            var answer = address.method().equals("GET") ? http.get(address.path()) : http.post(address.path(), "{}");
            assertThat(answer.status()).as(address.toString()).isEqualTo(401);
            assertThat(address.handler().getMethodAnnotation(AllowedTo.class))
                    .as(address.toString())
                    .isNotNull();
        }
    }

    @Test
    void anotherOrganisationFindsNothingAtAnyAddressNorInAnyTable() throws Exception {
        var http = Http.at("http://localhost:" + port);
        var sovatek = http.bearing(TestIssuer.token("kaisa", "sovatek", ROLES));
        for (int i = 0; i < 6; i++) {
            var ask = sovatek.postAgain("/api/v1/asks", """
                    {"unit": "salainen", "week": "2017-W41", "kind": "network", "channel": "video", "withPeerExpert": false}""");
            var link = ask.json().path("link").asString();
            assertThat(http.postForm(link.substring(link.indexOf("/a/")), "heard=3&words=Salainen+toive+" + i)
                            .status())
                    .isEqualTo(200);
        }
        var words = sovatek.get("/api/v1/words/held").json().path("items");
        assertThat(words).hasSize(6);
        var one = words.get(0).path("id").asString();

        var stranger =
                http.bearing(TestIssuer.token("liisa", "jyvaskyla", ROLES)).with("If-Match", "\"1\"");
        for (var address : Addresses.of(service)) {
            if (address.method().equals("GET")) {
                assertThat(stranger.get(address.path() + "?unit=salainen").body())
                        .as(address.toString())
                        .doesNotContain("Salainen", one, "\"n\"");
            }
        }
        var decision = "{\"decision\": \"passed\"}";
        assertThat(stranger.post("/api/v1/words/" + one + "/decision", decision).status())
                .isEqualTo(404);
        assertThat(sovatek.with("If-Match", "\"1\"")
                        .post("/api/v1/words/" + one + "/decision", decision)
                        .status())
                .isEqualTo(204);
        assertThat(sovatek.get("/api/v1/words").body()).contains("Salainen toive");

        try (var admin = Infrastructure.running().admin("feedback")) {
            assertThat(Guarded.unguarded(admin)).isEmpty();
            assertThat(Guarded.privilegesOf(admin, "feedback_service")).isEmpty();
            for (var table : Guarded.tables(admin)) {
                assertThat(Guarded.foreignRows(admin, "feedback_service", table, "jyvaskyla"))
                        .as(table)
                        .isZero();
                assertThat(Guarded.foreignRows(admin, "feedback_service", table, ""))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void nothingInTheDatabaseTiesAnAnswerToATimeOrAMeeting() throws Exception {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement().executeQuery("""
                        SELECT string_agg(table_name || '.' || column_name, ', ') FROM information_schema.columns
                        WHERE table_name IN ('ask', 'answer', 'words', 'receipt')
                          AND (data_type LIKE 'timestamp%' OR column_name ~ 'meeting|_at$|created|serial' OR is_identity = 'YES')
                        """)) {
            row.next();
            assertThat(row.getString(1)).isNull();
        }
    }
}
