package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class PrivateByDefaultTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    @Test
    void theCoordinatorSeesOnlyWhatIsAllowed() {
        world.describes(
                world.sari,
                "\"languages\": [\"sv\"], \"limits\": {\"hours\": 10, \"cents\": 20000}, \"home\": {\"remote\": false, \"name\": \"Korpilahti\"}");
        var shown = world.read(world.coordinator, "/api/v1/peer-experts/" + world.sariId);
        assertThat(shown.has("languages")).isFalse();
        assertThat(shown.toString()).doesNotContain("Korpilahti", "20000");
        world.consents(world.sari, "languages", "region", "hours");
        shown = world.read(world.coordinator, "/api/v1/peer-experts/" + world.sariId);
        assertThat(shown.path("languages").toString()).isEqualTo("[\"sv\"]");
        assertThat(shown.path("region").asString()).isEqualTo("Korpilahti");
        assertThat(shown.toString())
                .as("the limit of earnings is nobody else's")
                .doesNotContain("20000");
        must(
                204,
                world.sari.post(
                        "/api/v1/peer-experts/me/consents/withdraw", "{\"field\": \"region\", \"purpose\": \"pool\"}"));
        assertThat(world.read(world.coordinator, "/api/v1/peer-experts/" + world.sariId)
                        .has("region"))
                .isFalse();
    }

    @Test
    void whoeverLooksIsSeenByTheOneLookedAt() {
        world.read(world.coordinator, "/api/v1/peer-experts/" + world.sariId);
        var log = world.read(world.sari, "/api/v1/peer-experts/me/access-log");
        assertThat(log.get(0).path("who").asString()).isEqualTo(world.login("kaisa"));
        assertThat(log.get(0).path("did").asString()).isEqualTo("peer-expert-read");
    }

    @Test
    void experienceIsSealedInTheDatabaseAndReadOnlyWithConsent() throws Exception {
        var theme = "omaishoito-" + world.login("teema");
        must(204, world.sari.post("/api/v1/peer-experts/me/experience", "{\"themes\": [\"%s\"]}".formatted(theme)));
        assertThat(world.coordinator
                        .get("/api/v1/peer-experts/" + world.sariId + "/experience")
                        .status())
                .isEqualTo(404);
        world.consents(world.sari, "experience");
        assertThat(world.read(world.coordinator, "/api/v1/peer-experts/" + world.sariId + "/experience")
                        .toString())
                .contains(theme);
        try (var admin = Infrastructure.running().admin("peer_expert");
                var rows = admin.createStatement()
                        .executeQuery(
                                "SELECT sealed, encode(sealed, 'escape') AS text FROM experience WHERE peer_expert = '"
                                        + world.sariId + "'")) {
            rows.next();
            assertThat(rows.getString("text")).doesNotContain(theme, "omaishoito");
            assertThat(rows.getBytes("sealed").length).isGreaterThan(theme.length());
        }
    }

    @Test
    void aToldStoryIsWithdrawnWithItsTitle() {
        var story = created(world.sari.post("/api/v1/peer-experts/me/stories", "{\"title\": \"Tie Soskuun\"}"));
        must(204, world.sari.post("/api/v1/peer-experts/me/stories/" + story + "/withdraw", ""));
        assertThat(world.read(world.sari, "/api/v1/peer-experts/me")
                        .path("stories")
                        .toString())
                .doesNotContain("Tie Soskuun")
                .contains("withdrawnOn");
        assertThat(world.kimmo
                        .post("/api/v1/peer-experts/me/stories/" + story + "/withdraw", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverIsProtectedStandsInNoListNoSuggestionAndNoSchedule() {
        var request = world.request("");
        var task = world.accepted(world.sari, world.invite(request, world.sariId));
        must(
                204,
                world.sari.post(
                        "/api/v1/peer-experts/me/boundaries",
                        "{\"neverWith\": [], \"ownUnits\": [], \"protectedPerson\": true}"));
        assertThat(world.pool()).contains(world.kimmoId).doesNotContain(world.sariId);
        assertThat(world.coordinator.get("/api/v1/peer-experts/" + world.sariId).status())
                .isEqualTo(404);
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + world.request("") + "/suggestions")
                        .toString())
                .doesNotContain(world.sariId);
        assertThat(world.read(world.coordinator, "/api/v1/assignments/" + task).toString())
                .doesNotContain(world.sariName);
    }

    @Test
    void aConsentForATaskEndsWithTheTask() {
        world.agreedOnRoles(world.sariId);
        var task = world.accepted(
                world.sari,
                world.invite(
                        world.request("\"kind\": \"pair-work\", \"workers\": [\"%s\"]".formatted(world.login("mikko"))),
                        world.sariId));
        assertThat(world.read(world.worker, "/api/v1/assignments/" + task).has("peerExpert"))
                .isFalse();
        must(
                204,
                world.sari.post(
                        "/api/v1/peer-experts/me/consents",
                        "{\"field\": \"name\", \"purpose\": \"orderer\", \"task\": \"%s\"}".formatted(task)));
        assertThat(world.read(world.worker, "/api/v1/assignments/" + task)
                        .path("peerExpert")
                        .asString())
                .isEqualTo(world.sariName);
        must(
                204,
                world.coordinator.post(
                        "/api/v1/assignments/" + task + "/complete", "{\"doneOn\": \"2017-10-31\", \"minutes\": 60}"));
        assertThat(world.read(world.worker, "/api/v1/assignments/" + task).has("peerExpert"))
                .isFalse();
    }

    @Test
    void whoeverLeavesTakesWithThemWhatTheyTold() {
        must(204, world.sari.post("/api/v1/peer-experts/me/experience", "{\"themes\": [\"velat\"]}"));
        world.describes(world.sari, "\"languages\": [\"sv\"]");
        must(204, world.sari.post("/api/v1/peer-experts/me/leave", ""));
        var left = world.read(world.sari, "/api/v1/peer-experts/me");
        assertThat(left.path("experience")).isEmpty();
        assertThat(left.at("/profile/languages")).isEmpty();
        assertThat(world.pool()).contains(world.kimmoId).doesNotContain(world.sariId);
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("peer-expert", world.sariId), all -> all.size() == 2);
        assertThat(said.get(1).path("type").asString()).isEqualTo("fi.rinnalla.peer-expert.left");
        assertThat(said.toString()).doesNotContain(world.sariName, world.login("sari"));
    }
}
