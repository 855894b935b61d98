package fi.rinnalla.session.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class PlanInTwoVoicesTest {

    static final String REVISION = """
            {"proposedBy": "client", "reason": "Yhdessä kirjoitettu", "answers": "meeting", "goals": [
              {"source": "client", "clientWords": "Haluan olla aulaisäntänä.", "workerWords": "Matalan kynnyksen toimintaa.",
               "difference": {"clientReason": "Päivät ovat silloin hyviä.", "workerReason": "Jaksaminen vaihtelee."}},
              {"source": "together", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."}]}
            """;

    @LocalServerPort
    int port;

    World world;
    Http worker;
    Http client;

    @BeforeEach
    void people() {
        world = new World(port);
        worker = world.worker;
        client = world.client;
    }

    private Http.Answer started() {
        return worker.post("/api/v1/plans", "{\"client\": \"%s\"}".formatted(world.clientId));
    }

    private Http.Answer revised(Http.Answer plan, String revision) {
        return worker.with("If-Match", plan.etag()).post("/api/v1/plans/" + plan.created() + "/revisions", revision);
    }

    @Test
    void aRevisionNamesOnlyAMeetingWithThisClientOrAnIdeaThatIsThere() {
        var plan = world.plan();
        var strange = world.meeting("");
        var own = world.meeting("\"client\": \"%s\"".formatted(world.clientId));
        var idea = world.idea(world.client, "");
        var cases = new String[][] {
            {"meeting", strange, "400"},
            {"meeting", idea, "400"},
            {"idea", own, "400"},
            {"client-wish", own, "400"},
            {"meeting", own, "201"},
            {"idea", idea, "201"}
        };
        int version = 1;
        for (var one : cases) {
            var answer = world.worker
                    .with("If-Match", "\"" + version + "\"")
                    .post("/api/v1/plans/" + plan + "/revisions", """
                    {"proposedBy": "client", "reason": "Yhdessä", "answers": "%s", "answersWhich": "%s", "goals": [
                      {"source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."}]}""".formatted(one[0], one[1]));
            World.must(Integer.parseInt(one[2]), answer);
            version += answer.status() == 201 ? 1 : 0;
        }
    }

    @Test
    void theClientReadsTheirOwnWordsBesideTheWorkersAndTheReasonOfEach() {
        var plan = started();
        assertThat(revised(plan, REVISION).status()).isEqualTo(201);

        var read = client.with("Purpose", "own-plan").get("/api/v1/plans/" + plan.created());
        assertThat(read.json().at("/revision/goals/0/clientWords").asString()).isEqualTo("Haluan olla aulaisäntänä.");
        assertThat(read.json().at("/revision/goals/0/difference/workerReason").asString())
                .isEqualTo("Jaksaminen vaihtelee.");
        assertThat(read.json().path("beingBuilt").asBoolean()).isFalse();
    }

    @Test
    void bothVoicesAreNeeded() {
        var oneVoice =
                revised(started(), REVISION.replace("\"workerWords\": \"Haetaan asuntoa.\"", "\"workerWords\": \" \""));
        assertThat(oneVoice.status()).isEqualTo(400);
        assertThat(oneVoice.json().at("/errors/0/pointer").asString()).isEqualTo("/goals/1/workerWords");
    }

    @Test
    void whatIsSaidOfARevisionHoldsCountsAndNoWords() {
        var plan = started();
        revised(plan, REVISION);
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("organisation.sovatek", plan.created()),
                all -> all.size() == 2);
        var data = said.get(1).path("data");
        assertThat(data.path("goalsByClient").asInt()).isEqualTo(1);
        assertThat(data.path("goalsInTwoVoices").asInt()).isEqualTo(2);
        assertThat(data.path("differingGoals").asInt()).isEqualTo(1);
        assertThat(said.toString()).doesNotContain("aulaisäntä", "antti", "mikko", "Oma koti");
    }

    @Test
    void anEarlierStateStaysReadableAndARevisionIsNeverChanged() throws Exception {
        var plan = started();
        var first = revised(plan, REVISION);
        worker.with("If-Match", first.etag())
                .post("/api/v1/plans/" + plan.created() + "/revisions", REVISION.replace("Oma koti.", "Oma rauha."));

        var earlier = client.with("Purpose", "own-plan").get("/api/v1/plans/" + plan.created() + "/revisions/1");
        assertThat(earlier.json().at("/revision/goals/1/clientWords").asString())
                .isEqualTo("Oma koti.");
        try (var admin = Infrastructure.running().admin("session");
                var row = admin.createStatement()
                        .executeQuery(
                                "SELECT has_table_privilege('session_service', 'plan_revision', 'UPDATE, DELETE')")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void aPlanIsThereForTheTwoAloneAndReadingItNamesAPurpose() {
        var plan = started();
        var path = "/api/v1/plans/" + plan.created();
        assertThat(client.get(path).problem()).isEqualTo("purpose-missing");
        assertThat(client.with("Purpose", "curiosity").get(path).problem()).isEqualTo("purpose-missing");
        for (var other : new String[][] {{"liisa", "professional"}, {"eeva", "client"}}) {
            var somebody = Http.at("http://localhost:" + port).bearing(TestIssuer.token(other[0], "sovatek", other[1]));
            assertThat(somebody.with("Purpose", "meeting").get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void theClientReadsWhoLookedAndTheLogIsSealed() throws Exception {
        var plan = started();
        worker.with("Purpose", "meeting").get("/api/v1/plans/" + plan.created());
        worker.with("Purpose", "nonsense").get("/api/v1/plans/" + plan.created());

        var log = client.get("/api/v1/plans/" + plan.created() + "/access-log").json();
        assertThat(log).hasSize(2);
        assertThat(log.get(0).path("who").asString()).isEqualTo(world.workerLogin);
        assertThat(log.get(0).path("did").asString()).isEqualTo("plan-read");
        assertThat(log.get(0).path("purpose").asString()).isEqualTo("meeting");

        try (var admin = Infrastructure.running().admin("session")) {
            Eventually.holds(() -> {
                try (var row = admin.createStatement()
                        .executeQuery("SELECT count(*) FROM access_log WHERE block IS NULL AND subject = '"
                                + plan.created() + "'")) {
                    row.next();
                    return row.getInt(1) == 0;
                } catch (java.sql.SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
        }
        Eventually.holds(() ->
                !KafkaEar.onInfrastructure().eventsOf("access-log", "sovatek").isEmpty());
    }
}
