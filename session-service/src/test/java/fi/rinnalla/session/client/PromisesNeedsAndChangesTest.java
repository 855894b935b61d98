package fi.rinnalla.session.client;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class PromisesNeedsAndChangesTest {

    @LocalServerPort
    int port;

    World world;
    String path;

    @BeforeEach
    void people() {
        world = new World(port);
        path = "/api/v1/clients/" + world.clientId;
    }

    private String promise(String due) {
        return created(world.worker.post(path + "/commitments", """
                {"promise": "Soitan Kelaan", "promisedBy": "worker", "name": "Mikko", "dueOn": "%s"}""".formatted(due)));
    }

    @Test
    void theClientSeesWhatWasPromisedAndWhatBecameOfIt() {
        var kept = promise("2017-11-10");
        var late = promise("2017-11-11");
        var open = promise("2017-11-12");
        var cancelled = promise("2999-01-01");
        must(204, world.client.post("/api/v1/commitments/" + kept + "/keep", "{\"on\": \"2017-11-10\"}"));
        must(204, world.worker.post("/api/v1/commitments/" + late + "/keep", "{\"on\": \"2017-11-15\"}"));
        must(
                204,
                world.worker.post(
                        "/api/v1/commitments/" + cancelled + "/cancel", "{\"notice\": \"Kela soittaa itse.\"}"));
        assertThat(world.worker
                        .post("/api/v1/commitments/" + open + "/cancel", "{\"notice\": \"Unohtui\"}")
                        .problem())
                .isEqualTo("wrong-state");

        var seen = world.read(world.client, "/api/v1/commitments").path("items");
        assertThat(seen.valueStream().map(one -> one.path("state").asString()))
                .containsExactly("kept", "kept-late", "open", "cancelled-with-notice");
        assertThat(seen.get(2).path("late").asBoolean()).isTrue();
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("commitment", late), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/outcome").asString()).isEqualTo("late");
        assertThat(said.toString()).doesNotContain("Kela", "Mikko");
        for (var closed : new String[] {kept, late, cancelled}) {
            for (var verb : new String[] {"keep", "cancel"}) {
                var again = world.worker.post(
                        "/api/v1/commitments/" + closed + "/" + verb,
                        verb.equals("keep") ? "{\"on\": \"2017-11-16\"}" : "{\"notice\": \"ei\"}");
                assertThat(again.problem()).as(closed + verb).isEqualTo("wrong-state");
            }
        }
    }

    @Test
    void anUnmetNeedGoesUpWithoutTheClientsNameAndTheAnswerComesBack() {
        var need = created(world.worker.post(path + "/unmet-needs", """
                {"theme": "housing", "reason": "queue", "words": "Tuettuun asumiseen on vuoden jono."}"""));
        var managers = world.manager.get("/api/v1/unmet-needs?limit=100").body();
        assertThat(managers).contains("vuoden jono").doesNotContain(world.clientLogin, world.clientId);
        must(
                204,
                world.manager.post(
                        "/api/v1/unmet-needs/" + need + "/answer", "{\"answer\": \"Haemme viittä paikkaa lisää.\"}"));
        assertThat(world.manager
                        .post("/api/v1/unmet-needs/" + need + "/answer", "{\"answer\": \"Toinen\"}")
                        .problem())
                .isEqualTo("wrong-state");
        assertThat(world.read(world.client, "/api/v1/unmet-needs")
                        .at("/items/0/answer")
                        .asString())
                .isEqualTo("Haemme viittä paikkaa lisää.");
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("unmet-need", need), all -> all.size() == 2);
        assertThat(said.get(0).at("/data/theme").asString()).isEqualTo("housing");
        assertThat(said.toString()).doesNotContain("jono", world.clientId);
    }

    @Test
    void aChangeOfWorkerKeepsItsReasonTheHandoverAndAReturnToSomebodyFromBefore() {
        change("liisa", "2018-01-10", "worker-left", true);
        change("mikko", "2018-06-01", "client-wished", false);
        var workers = world.read(world.worker, path).path("workers");
        assertThat(workers).hasSize(3);
        assertThat(workers.get(1).path("handoverMet").asBoolean()).isTrue();
        assertThat(workers.get(2).path("returning").asBoolean()).isTrue();
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("client", world.clientId), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/returning").asBoolean()).isTrue();
        assertThat(said.get(1).at("/data/changes").asInt()).isEqualTo(2);
        assertThat(said.toString()).doesNotContain(world.login("liisa"), world.workerLogin, world.clientLogin);

        var same = world.coordinator.post(path + "/worker-changes", """
                {"worker": "%s", "on": "2018-06-02", "reason": "client-wished", "handoverMet": false}""".formatted(world.workerLogin));
        assertThat(same.problem()).isEqualTo("worker-is-the-same");
        var before = world.coordinator.post(path + "/worker-changes", """
                {"worker": "%s", "on": "2018-05-01", "reason": "client-wished", "handoverMet": false}""".formatted(world.login("liisa")));
        assertThat(before.json().at("/errors/0/pointer").asString()).isEqualTo("/on");
    }

    private void change(String to, String on, String reason, boolean handover) {
        must(204, world.coordinator.post(path + "/worker-changes", """
                {"worker": "%s", "on": "%s", "reason": "%s", "handoverMet": %s}""".formatted(
                        world.login(to), on, reason, handover)));
    }

    @Test
    void whoIsAClientAlreadyIsNotWelcomedTwice() {
        var again = world.coordinator.post("/api/v1/clients", """
                {"client": "%s", "unit": "%s"}""".formatted(world.clientLogin, world.unit));
        assertThat(again.problem()).isEqualTo("client-exists");
    }

    @Test
    void theClientReadsWhoTouchedTheirRecord() {
        world.read(world.worker, path);
        var log = world.read(world.client, path + "/access-log");
        assertThat(log.get(0).path("who").asString()).isEqualTo(world.workerLogin);
        assertThat(log.get(0).path("did").asString()).isEqualTo("client-read");
    }
}
