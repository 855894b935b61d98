package fi.rinnalla.peerexpert.hearing;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When a meeting moves or is cancelled, the task follows: kept, asked again, or released, and everyone is told. */
@RealService
class FollowMeetingsTest {

    @LocalServerPort
    int port;

    World world;
    String meeting;
    String task;

    @BeforeEach
    void aTaskForAMeeting() {
        world = new World(port);
        world.agreedOnRoles(world.sariId);
        meeting = world.plannedMeeting("2999-10-31", "10:00:00");
        task = created(world.coordinator.post(
                "/api/v1/assignments",
                "{\"request\": \"%s\", \"peerExpert\": \"%s\"}".formatted(world.requestOf(meeting), world.sariId)));
    }

    private void move(String day, String at) {
        world.say(meeting, 2, "moved", """
                "kind": "one-to-one", "plannedOn": "%s", "plannedMinutes": 45, "movedBy": "client",
                "reason": "another-time-wished", "plannedAt": "%s"
                """.formatted(day, at));
    }

    private void cancel(int sequence) {
        world.say(meeting, sequence, "cancelled", """
                "kind": "one-to-one", "plannedOn": "2999-10-31", "cancelledBy": "client", "reason": "illness"
                """);
    }

    private String state() {
        return world.read(world.sari, "/api/v1/assignments/" + task)
                .path("state")
                .asString();
    }

    @Test
    void aSmallMoveKeepsTheTask() {
        move("2999-10-31", "10:30:00");
        Eventually.holds(() -> world.noticesOf(world.sari).contains("task-moved"));
        assertThat(state()).isEqualTo("given");
        assertThat(world.read(world.sari, "/api/v1/assignments/" + task)
                        .path("at")
                        .asString())
                .isEqualTo("10:30:00");
    }

    @Test
    void aLargeMoveAsksAgainAndTheSamePairIsKeptWhereItSuits() {
        move("2999-11-01", "10:00:00");
        Eventually.holds(() -> state().equals("asked-again"));
        assertThat(world.noticesOf(world.sari)).contains("task-moved-confirm");
        must(204, world.sari.post("/api/v1/assignments/" + task + "/confirm", ""));
        assertThat(state()).isEqualTo("given");
    }

    @Test
    void aMoveIntoAnotherTaskReleasesThisOneAndTheRequestIsOpenAgain() {
        world.accepted(
                world.sari, world.invite(world.request("\"on\": \"2999-11-02\", \"at\": \"09:30\""), world.sariId));
        move("2999-11-02", "10:00:00");
        Eventually.holds(() -> state().equals("released"));
        assertThat(world.noticesOf(world.sari)).contains("task-released");
        assertThat(world.requestOf(meeting)).isNotEmpty();
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("peer-expert", task), all -> all.size() == 2);
        assertThat(said.get(1).path("type").asString()).isEqualTo("fi.rinnalla.peer-expert.released");
    }

    @Test
    void aCancelledMeetingReleasesTheTaskAndTellsWhoeverIsConcerned() {
        cancel(2);
        Eventually.holds(() -> state().equals("released"));
        assertThat(world.noticesOf(world.sari)).contains("task-cancelled");
        assertThat(world.read(world.coordinator, "/api/v1/requests?meeting=" + meeting)
                        .path("items"))
                .as("nobody new is wanted")
                .isEmpty();
    }

    /** The cancel comes first; the move that it has overtaken changes nothing when it comes. */
    @Test
    void aCancelThatOvertakesAMoveStandsOnceBothAreThere() {
        cancel(3);
        move("2999-11-01", "10:00:00");
        Eventually.holds(() -> state().equals("released"));
        assertThat(world.noticesOf(world.sari)).contains("task-cancelled");
    }

    @Test
    void theSameEventTwiceDoesNothingTwice() {
        world.held(meeting, 2);
        world.held(meeting, 2);
        Eventually.holds(() -> state().equals("done"));
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("peer-expert", task), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/inPair").asBoolean()).isTrue();
        assertThat(said.get(1).at("/data/inMonth").asInt()).isEqualTo(1);
        assertThat(said.get(1).at("/data/person").asString()).hasSize(16);
        assertThat(said.toString()).doesNotContain(world.sariId, world.login("sari"));
    }

    @Test
    void aHeldMeetingFillsTheClaimAsTheTermsSaid() {
        world.held(meeting, 2);
        Eventually.holds(() -> state().equals("done"));
        var claim = world.read(world.sari, "/api/v1/claims?assignment=" + task).at("/items/0");
        assertThat(claim.path("feeCents").asInt()).isEqualTo(5000);
        assertThat(claim.path("workedOn").asString()).isEqualTo("2017-10-31");
        assertThat(claim.path("state").asString()).isEqualTo("draft");
    }

    @Test
    void tooHeavyReachesTheSupportContactAndNobodyElse() {
        world.held(meeting, 2);
        Eventually.holds(() -> state().equals("done"));
        must(204, world.sari.post("/api/v1/assignments/" + task + "/pulse", "{\"pulse\": \"too-heavy\"}"));
        assertThat(world.noticesOf(world.as("tuki", "professional"))).containsExactly("too-heavy");
        assertThat(world.coordinator.get("/api/v1/assignments/" + task).body()).doesNotContain("heavy");
    }
}
