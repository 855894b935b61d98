package fi.rinnalla.session.time;

import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class TimeAndReachTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    @Test
    void timeForAClientIsSeenAgainstTheUnitsBudgetAndUntilTheFirstGoalOfTheirOwn() {
        must(204, world.manager.post("/api/v1/units/" + world.unit + "/time-budget", "{\"minutes\": 90}"));
        for (var day : new String[] {"2017-10-30", "2017-10-31", "2017-11-02"}) {
            var meeting = world.meeting("\"plannedOn\": \"%s\", \"client\": \"%s\"".formatted(day, world.clientId));
            must(200, world.hold(meeting, "\"heldOn\": \"%s\"".formatted(day)));
        }
        var before = world.read(world.client, "/api/v1/clients/" + world.clientId + "/time");
        assertThat(before.path("meetingsToFirstOwnGoal").isNull()).isTrue();
        var plan = world.plan();
        must(201, world.worker.with("If-Match", "\"1\"").post("/api/v1/plans/" + plan + "/revisions", """
                {"proposedBy": "client", "reason": "Yhdessä", "answers": "meeting", "agreedOn": "2017-10-31", "goals": [
                  {"source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."}]}"""));

        var time = world.read(world.worker, "/api/v1/time").at("/items/0");
        assertThat(time.at("/months/0/minutes").asInt()).isEqualTo(120);
        assertThat(time.at("/months/0/over").asBoolean()).isTrue();
        assertThat(time.at("/months/1/over").asBoolean()).isFalse();
        assertThat(time.path("overruns").asInt()).isEqualTo(3);
        assertThat(time.path("meetingsToFirstOwnGoal").asInt()).isEqualTo(2);
    }

    /** Told with the month's first meeting and with the one that goes over; a third changes nothing. */
    @Test
    void aClientsMonthIsToldAgainstTheBudgetWithoutTheClient() {
        must(204, world.manager.post("/api/v1/units/" + world.unit + "/time-budget", "{\"minutes\": 90}"));
        for (int day = 1; day <= 3; day++) {
            var meeting = world.meeting("\"client\": \"%s\"".formatted(world.clientId));
            must(200, world.hold(meeting, "\"heldOn\": \"2017-10-0%d\"".formatted(day)));
        }
        var november = world.meeting("\"client\": \"%s\"".formatted(world.clientId));
        must(200, world.hold(november, "\"heldOn\": \"2017-11-01\""));
        var told = Eventually.get(
                () -> KafkaEar.onInfrastructure().events("unit").stream()
                        .filter(event -> event.at("/data/unit").asString("").equals(world.unit))
                        // Two months are two subjects, which may lie in two parts of the topic.
                        .sorted(Comparator.comparing(
                                event -> event.at("/data/period").asString()))
                        .toList(),
                all -> all.size() == 3);
        assertThat(told)
                .extracting(event -> event.at("/data/period").asString() + " " + event.at("/data/withinBudget"))
                .containsExactly("2017-10 true", "2017-10 false", "2017-11 true");
        assertThat(told.get(0).path("subject"))
                .isEqualTo(told.get(1).path("subject"))
                .isNotEqualTo(told.get(2).path("subject"));
        assertThat(told.toString()).doesNotContain(world.clientId).doesNotContain(world.clientLogin);
    }

    @Test
    void developmentTimeIsAllowedUsedAndLeft() {
        must(204, world.manager.post("/api/v1/development-time/allowances", """
                {"professional": "%s", "minutesAMonth": 480}""".formatted(world.workerLogin)));
        must(
                204,
                world.worker.post(
                        "/api/v1/development-time",
                        "{\"on\": \"2017-10-31\", \"minutes\": 300, \"what\": \"Cafe Social\"}"));
        must(
                204,
                world.worker.post(
                        "/api/v1/development-time",
                        "{\"on\": \"2017-11-01\", \"minutes\": 30, \"what\": \"Muistio\"}"));
        var month = world.read(world.worker, "/api/v1/development-time?month=2017-10")
                .get(0);
        assertThat(month.path("used").asInt()).isEqualTo(300);
        assertThat(month.path("left").asInt()).isEqualTo(180);
        assertThat(world.read(world.as("liisa", "professional"), "/api/v1/development-time?month=2017-10"))
                .isEmpty();
        assertThat(world.manager.get("/api/v1/development-time?month=2017-10").body())
                .contains(world.workerLogin);
        assertThat(world.manager.get("/api/v1/development-time?month=lokakuu").status())
                .isEqualTo(400);
    }

    @Test
    void reachIsHowManyOfAUnitsWorkersTookPartInDeveloping() {
        var cafe = world.meeting("\"kind\": \"discussion-cafe\"");
        must(
                200,
                world.hold(
                        cafe,
                        "\"participants\": [{\"login\": \"%s\", \"role\": \"professional\"}, {\"login\": \"%s\", \"role\": \"client\"}]"
                                .formatted(world.login("liisa"), world.clientLogin)));
        world.hold(world.meeting(""), "");
        var counted = must(
                200,
                world.manager.post(
                        "/api/v1/units/" + world.unit + "/reach", "{\"month\": \"2017-10\", \"workers\": 8}"));
        assertThat(counted.json().path("takingPart").asInt()).isEqualTo(2);
        assertThat(world.manager
                        .post("/api/v1/units/" + world.unit + "/reach", "{\"month\": \"2017-10\", \"workers\": 9}")
                        .problem())
                .isEqualTo("wrong-state");
        assertThat(world.manager
                        .post("/api/v1/units/" + world.unit + "/reach", "{\"month\": \"2999-10\", \"workers\": 9}")
                        .status())
                .isEqualTo(400);
        assertThat(world.read(world.worker, "/api/v1/units/" + world.unit + "/reach"))
                .hasSize(1);
        Eventually.holds(() -> KafkaEar.onInfrastructure().events("unit").stream()
                .anyMatch(event -> event.at("/data/unit").asString("").equals(world.unit)
                        && event.at("/data/takingPart").asInt() == 2));
    }
}
