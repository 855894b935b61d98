package fi.rinnalla.peerexpert.supervision;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class SupervisionTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private void arrange(String interval) {
        must(204, world.coordinator.post("/api/v1/peer-experts/" + world.sariId + "/supervision", """
                {"supervisor": "%s", "deputy": "%s", "since": "2026-11-01", %s}""".formatted(
                        world.login("mikko"), world.login("liisa"), interval)));
    }

    private boolean isDueFor(fi.rinnalla.testing.Http who) {
        return world.read(who, "/api/v1/supervisions/due").toString().contains(world.sariId);
    }

    @Test
    void supervisionIsDueAfterSoManyTasks() {
        arrange("\"everyTasks\": 2");
        world.doneTask(world.sari, world.sariId);
        assertThat(isDueFor(world.coordinator)).isFalse();
        world.doneTask(world.sari, world.sariId);
        assertThat(isDueFor(world.coordinator)).isTrue();
        must(
                204,
                world.worker.post(
                        "/api/v1/peer-experts/" + world.sariId + "/supervision/held", "{\"on\": \"2026-11-20\"}"));
        assertThat(isDueFor(world.coordinator)).isFalse();
    }

    @Test
    void whileTheSupervisorIsAwayTheDeputySeesWhatIsDue() {
        arrange("\"everyTasks\": 1");
        world.doneTask(world.sari, world.sariId);
        var deputy = world.as("liisa", "professional");
        assertThat(isDueFor(world.worker)).isTrue();
        assertThat(isDueFor(deputy)).isFalse();
        must(204, world.worker.post("/api/v1/supervisions/away", "{\"until\": \"2999-01-01\"}"));
        assertThat(isDueFor(deputy)).isTrue();
    }

    @Test
    void whetherItWasOnTimeIsSaidWithoutAName() {
        must(204, world.coordinator.post("/api/v1/peer-experts/" + world.sariId + "/supervision", """
                {"supervisor": "%s", "everyWeeks": 4, "since": "2017-09-01"}""".formatted(
                        world.login("mikko"))));
        must(
                204,
                world.worker.post(
                        "/api/v1/peer-experts/" + world.sariId + "/supervision/held", "{\"on\": \"2017-09-29\"}"));
        must(
                204,
                world.worker.post(
                        "/api/v1/peer-experts/" + world.sariId + "/supervision/held", "{\"on\": \"2017-10-28\"}"));
        Eventually.holds(() -> KafkaEar.onInfrastructure().events("peer-expert").stream()
                .filter(event -> event.path("type").asString().endsWith("supervision-held"))
                .map(event -> event.at("/data/heldOn").asString() + event.at("/data/onTime"))
                .toList()
                .containsAll(List.of("2017-09-29true", "2017-10-28false")));
    }

    @Test
    void aShiftInTheLobbyIsTakenByAClientWithoutAnythingBeingWrittenDownOfThem() {
        var shift = created(world.coordinator.post("/api/v1/shifts", """
                {"unit": "%s", "role": "Aulaisäntä", "on": "2999-11-06", "at": "09:00", "minutes": 120, "places": 1,
                 "criteria": "Halu olla paikalla."}""".formatted(world.unit)));
        must(204, world.client.post("/api/v1/shifts/" + shift + "/take", ""));
        must(204, world.client.post("/api/v1/shifts/" + shift + "/take", ""));
        assertThat(world.sari.post("/api/v1/shifts/" + shift + "/take", "").problem())
                .isEqualTo("no-seats-left");
        assertThat(world.sari.get("/api/v1/shifts?limit=100").body()).doesNotContain(world.login("antti"));
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("peer-expert", shift), all -> all.size() == 1);
        assertThat(said.getFirst().at("/data/first").asBoolean()).isTrue();
        must(204, world.client.post("/api/v1/shifts/" + shift + "/leave", ""));
        must(204, world.sari.post("/api/v1/shifts/" + shift + "/take", ""));
    }
}
