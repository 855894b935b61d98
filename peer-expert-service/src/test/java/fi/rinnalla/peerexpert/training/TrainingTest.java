package fi.rinnalla.peerexpert.training;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class TrainingTest {

    @LocalServerPort
    int port;

    @Autowired
    RemindOfRenewal remind;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private String course(int days, String validMonths) {
        var programme =
                created(world.coordinator.post("/api/v1/training-programmes", """
                {"name": "Verkottaja", "content": {"days": %d%s, "designers": ["kuusi asiakasta"]}}""".formatted(days, validMonths)));
        var dates = IntStream.rangeClosed(1, days)
                .mapToObj("\"2017-09-%02d\""::formatted)
                .collect(Collectors.joining(", "));
        return created(world.coordinator.post("/api/v1/courses", """
                {"programme": "%s", "teacher": "opettaja", "peerTrainer": "%s", "days": [%s]}""".formatted(programme, world.sariId, dates)));
    }

    private void attend(String course, int day, boolean worker) {
        must(204, world.coordinator.post("/api/v1/courses/" + course + "/attendance", """
                {"day": "2017-09-%02d", "peerExperts": ["%s"], "workers": [%s]}""".formatted(
                        day, world.kimmoId, worker ? "\"" + world.login("mikko") + "\"" : "")));
    }

    private Http.Answer complete(String course) {
        return world.coordinator.post(
                "/api/v1/courses/" + course + "/complete",
                "{\"peerExpert\": \"%s\", \"completedOn\": \"2017-12-04\"}".formatted(world.kimmoId));
    }

    /** The pair coaching of the source: twelve days in half a year, worker and peer expert together. */
    @Test
    void aPairCompletesTogetherOnceBothHaveAttendedAllTwelveDays() {
        var course = course(12, "");
        must(
                201,
                world.coordinator.post(
                        "/api/v1/courses/" + course + "/enrolments",
                        "{\"peerExpert\": \"%s\", \"worker\": \"%s\", \"startedOn\": \"2017-09-01\"}"
                                .formatted(world.kimmoId, world.login("mikko"))));
        for (int day = 1; day <= 12; day++) {
            attend(course, day, day < 12);
        }
        assertThat(complete(course).problem()).isEqualTo("days-missing");
        attend(course, 12, true);
        must(201, complete(course));
        assertThat(world.read(world.kimmo, "/api/v1/certificates")
                        .at("/0/jointly")
                        .asBoolean())
                .isTrue();
        assertThat(world.read(world.kimmo, "/api/v1/peer-experts/me")
                        .path("level")
                        .asString())
                .isEqualTo("trained");
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("training", course), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/withPeerTrainer").asBoolean()).isTrue();
        assertThat(said.toString()).doesNotContain(world.kimmoId, world.login("kimmo"));
    }

    private void trained(String validMonths) {
        var course = course(1, validMonths);
        must(
                201,
                world.coordinator.post(
                        "/api/v1/courses/" + course + "/enrolments",
                        "{\"peerExpert\": \"%s\", \"startedOn\": \"2017-09-01\"}".formatted(world.kimmoId)));
        attend(course, 1, false);
        must(201, complete(course));
    }

    @Test
    void aTrainingThatHasRunOutCountsNoMore() {
        trained(", \"validMonths\": 12");
        var request = world.request("\"trained\": true, \"on\": \"2018-12-05\"");
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + request + "/suggestions")
                        .path("leftOut")
                        .toString())
                .contains(world.kimmoId);
        var before = world.request("\"trained\": true, \"on\": \"2018-12-04\"");
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + before + "/suggestions")
                        .path("suggested")
                        .toString())
                .contains(world.kimmoId);
    }

    @Test
    void whoeverHoldsACertificateThatSoonRunsOutHearsSoOnce() {
        var programme = created(world.coordinator.post("/api/v1/training-programmes", """
                {"name": "Lyhyt", "content": {"days": 1, "validMonths": 1, "designers": []}}"""));
        var today = Helsinki.today(Clock.systemUTC());
        var course = created(world.coordinator.post("/api/v1/courses", """
                {"programme": "%s", "teacher": "opettaja", "days": ["%s"]}""".formatted(programme, today)));
        must(
                201,
                world.coordinator.post(
                        "/api/v1/courses/" + course + "/enrolments",
                        "{\"peerExpert\": \"%s\"}".formatted(world.kimmoId)));
        must(
                204,
                world.coordinator.post(
                        "/api/v1/courses/" + course + "/attendance",
                        "{\"day\": \"%s\", \"peerExperts\": [\"%s\"], \"workers\": []}"
                                .formatted(today, world.kimmoId)));
        must(
                201,
                world.coordinator.post(
                        "/api/v1/courses/" + course + "/complete",
                        "{\"peerExpert\": \"%s\", \"completedOn\": \"%s\"}".formatted(world.kimmoId, today)));
        remind.whoeverIsDue();
        remind.whoeverIsDue();
        assertThat(world.noticesOf(world.kimmo)).containsOnlyOnce("certificate-renewal");
        assertThat(world.read(world.coordinator, "/api/v1/certificates/ending").toString())
                .contains("Lyhyt");
    }

    @Test
    void aPassportOpensOnlyWhereTheOrganisationsHaveAgreed() {
        trained("");
        var code =
                world.read(world.kimmo.with("Idempotency-Key", UUID.randomUUID().toString()), "/api/v1/certificates")
                                .isEmpty()
                        ? ""
                        : must(200, world.kimmo.post("/api/v1/peer-experts/me/passport", ""))
                                .json()
                                .path("code")
                                .asString();
        var elsewhere =
                Http.at("http://localhost:" + port).bearing(TestIssuer.token("liisa", "jyvaskyla", "coordinator"));
        var body = "{\"code\": \"%s\"}".formatted(code);
        must(
                204,
                world.manager.post(
                        "/api/v1/sharing-agreements",
                        "{\"partner\": \"jyvaskyla\", \"what\": \"certificates\", \"why\": \"Yhteiset tehtävät\", \"until\": \"2017-12-31\"}"));
        assertThat(elsewhere.post("/api/v1/passports/read", body).status())
                .as("the agreement has ended")
                .isEqualTo(404);
        must(
                204,
                world.manager.post(
                        "/api/v1/sharing-agreements",
                        "{\"partner\": \"jyvaskyla\", \"what\": \"certificates\", \"why\": \"Yhteiset tehtävät\", \"until\": \"2999-12-31\"}"));
        var read = must(200, elsewhere.post("/api/v1/passports/read", body)).json();
        assertThat(read.path("issuer").asString()).isEqualTo("sovatek");
        assertThat(read.toString()).doesNotContain(world.kimmoId, "Kimmo");
        var there = created(elsewhere.post("/api/v1/peer-experts", """
                {"login": "%s", "name": "Kimmo K.", "level": "developer-client"}""".formatted(world.login("kimmo"))));
        must(204, elsewhere.post("/api/v1/peer-experts/" + there + "/recognise", body));
        var recognised = Http.at("http://localhost:" + port)
                .bearing(TestIssuer.token(world.login("kimmo"), "jyvaskyla", "peer-expert"));
        assertThat(recognised.get("/api/v1/certificates").json().at("/0/issuer").asString())
                .isEqualTo("sovatek");
        assertThat(elsewhere
                        .post("/api/v1/passports/read", "{\"code\": \"AAAA-AAAA-AAAA-AAAA\"}")
                        .status())
                .isEqualTo(404);
        must(
                204,
                world.manager.post(
                        "/api/v1/sharing-agreements",
                        "{\"partner\": \"jyvaskyla\", \"what\": \"certificates\", \"why\": \"Yhteiset tehtävät\", \"until\": \"2017-12-31\"}"));
    }
}
