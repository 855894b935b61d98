package fi.rinnalla.session.meeting;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class MeetingLifeTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private String withClient(String more) {
        return "\"client\": \"%s\", %s".formatted(world.clientId, more);
    }

    private void wishes(String wishes) {
        must(204, world.client.post("/api/v1/clients/" + world.clientId + "/wishes", wishes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-to-one",
                "family",
                "network",
                "co-development",
                "circulating",
                "doing-together",
                "discussion-cafe",
                "outreach",
                "group",
                "training-day"
            })
    void everyKindOfMeetingIsPlanned(String kind) {
        must(201, world.plannedMeeting("\"kind\": \"%s\"".formatted(kind)));
    }

    @Test
    void aMeetingIsMovedHeldAndEachIsSaid() {
        var meeting = world.meeting(withClient("\"at\": \"09:30\""));
        must(204, world.worker.with("If-Match", "\"1\"").post("/api/v1/meetings/" + meeting + "/move", """
                {"plannedOn": "2017-11-02", "at": "13:00", "movedBy": "client", "reason": "another-time-wished"}"""));
        var moved = world.read(world.client, "/api/v1/meetings/" + meeting);
        assertThat(moved.path("state").asString()).isEqualTo("moved");
        assertThat(moved.path("startsAt").asString()).isEqualTo("2017-11-02T11:00:00Z");
        assertThat(moved.at("/changes/0/was").asString()).isEqualTo("2017-10-31");

        must(200, world.hold(meeting, """
                "heldOn": "2017-11-02", "preparationMinutes": 15, "debriefMinutes": 10, "place": "quiet-room",
                "decisionMakerPresent": true"""));
        var held = world.read(world.worker, "/api/v1/meetings/" + meeting).path("held");
        assertThat(held.path("on").asString()).isEqualTo("2017-11-02");
        assertThat(held.path("loggedAt").asString()).startsWith("20").isNotEqualTo("2017-11-02");

        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("meeting", meeting), all -> all.size() == 3);
        assertThat(said)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "fi.rinnalla.meeting.planned", "fi.rinnalla.meeting.moved", "fi.rinnalla.meeting.held");
        var data = said.get(2).path("data");
        assertThat(data.path("preparationMinutes").asInt()).isEqualTo(15);
        assertThat(data.path("debriefMinutes").asInt()).isEqualTo(10);
        assertThat(data.path("decisionMakerPresent").asBoolean()).isTrue();
        assertThat(data.path("place").asString()).isEqualTo("quiet-room");
        assertThat(said.toString()).doesNotContain(world.clientLogin, world.workerLogin, world.clientId);
    }

    @Test
    void aMeetingIsCancelledWithAReasonOrTheClientIsNotReached() {
        var cancelled = world.meeting("");
        must(204, world.worker.with("If-Match", "\"1\"").post("/api/v1/meetings/" + cancelled + "/cancel", """
                {"cancelledBy": "professional", "reason": "illness"}"""));
        var missed = world.meeting("");
        must(
                204,
                world.worker.with("If-Match", "\"1\"").post("/api/v1/meetings/" + missed + "/client-not-reached", ""));
        var tooSoon = world.meeting("\"plannedOn\": \"2999-01-01\"");
        assertThat(world.worker
                        .with("If-Match", "\"1\"")
                        .post("/api/v1/meetings/" + tooSoon + "/client-not-reached", "")
                        .problem())
                .isEqualTo("wrong-state");

        assertThat(world.hold(cancelled, "").problem()).isEqualTo("wrong-state");
        assertThat(Eventually.get(
                                () -> KafkaEar.onInfrastructure().eventsOf("meeting", cancelled),
                                all -> all.size() == 2)
                        .get(1)
                        .at("/data/reason")
                        .asString())
                .isEqualTo("illness");
        Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("meeting", missed), all -> all.size() == 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not-at-my-home          | "place": "home"
            not-outdoors            | "place": "outdoors"
            not-at-the-office       | "place": "office"
            not-with-friends        | "company": ["friends"]
            not-with-family         | "kind": "family"
            not-with-other-services | "kind": "network"
            not-in-a-group          | "kind": "group"
            not-by-phone            | "channel": "phone"
            not-by-video            | "channel": "video"
            """)
    void aClientsLimitIsNotBrokenAndTheRefusalNamesIt(String limit, String meeting) {
        must(201, world.plannedMeeting(withClient(meeting)));
        wishes("{\"preferredPlaces\": [], \"escortNeeded\": false, \"limits\": [\"%s\"]}".formatted(limit));

        var refused = world.plannedMeeting(withClient(meeting));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("limit-broken");
        assertThat(refused.body()).contains(limit);
    }

    @Test
    void aLimitHoldsWhenAMeetingIsMovedToo() {
        wishes("{\"preferredPlaces\": [], \"escortNeeded\": false, \"limits\": [\"not-at-my-home\"]}");
        var meeting = world.meeting(withClient("\"place\": \"office\""));
        var refused = world.worker.with("If-Match", "\"1\"").post("/api/v1/meetings/" + meeting + "/move", """
                {"plannedOn": "2017-11-02", "place": "home", "movedBy": "professional", "reason": "circumstances"}""");
        assertThat(refused.problem()).isEqualTo("limit-broken");
    }

    @Test
    void aMissedPreferenceIsAWarningAndTheMeetingIsPlanned() {
        wishes("{\"preferredPlaces\": [\"outdoors\", \"quiet-room\"], \"escortNeeded\": true, \"limits\": []}");
        var planned = world.plannedMeeting(withClient("\"place\": \"office\""));
        must(201, planned);
        assertThat(planned.json().path("warnings").valueStream().map(one -> one.asString()))
                .containsExactly("place-not-preferred", "escort-not-arranged");

        var asWished = world.plannedMeeting(withClient("\"place\": \"outdoors\", \"escort\": true"));
        assertThat(asWished.json().path("warnings")).isEmpty();
        world.hold(asWished.created(), "");
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("meeting", asWished.created()), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/inPreferredPlace").asBoolean()).isTrue();
    }

    @Test
    void aSpokenAnswerIsForTheTwoAloneAndIsNeverSaid() {
        var meeting = world.meeting(withClient("\"place\": \"office\""));
        must(200, world.hold(meeting, """
                "closingQuestion": "spoken", "spoken": {"heard": 5, "enoughTime": 2, "whatElse": "Aikaa puhua tyttärestä."}"""));
        assertThat(world.read(world.client, "/api/v1/meetings/" + meeting)
                        .at("/held/spoken/whatElse")
                        .asString())
                .isEqualTo("Aikaa puhua tyttärestä.");
        assertThat(world.read(world.coordinator, "/api/v1/meetings/" + meeting).toString())
                .doesNotContain("tyttärestä", "\"spoken\":");
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("meeting", meeting), all -> all.size() == 2);
        assertThat(said.toString()).doesNotContain("tyttärestä", "enoughTime");
    }

    @Test
    void notAskingTheClosingQuestionHasAReason() {
        var meeting = world.meeting("");
        var silent = world.hold(meeting, "\"closingQuestion\": \"not-asked\"");
        assertThat(silent.json().at("/errors/0/pointer").asString()).isEqualTo("/notAskedReason");
        must(200, world.hold(meeting, "\"closingQuestion\": \"not-asked\", \"notAskedReason\": \"client-left\""));
    }

    @Test
    void aNetworkMeetingIsNotClosedWithoutTheClientsVoiceOrTheClientsChoice() {
        var meeting = world.meeting("\"kind\": \"network\"");
        var unheard = world.hold(meeting, "");
        assertThat(unheard.status()).isEqualTo(400);
        assertThat(unheard.json().at("/errors/0/pointer").asString()).isEqualTo("/clientStatement");
        var wrongTwice =
                world.hold(meeting, "\"closingQuestion\": \"not-asked\"").json().path("errors");
        assertThat(wrongTwice.findValuesAsString("pointer"))
                .as("who corrects one is not sent back for the other")
                .containsExactly("/notAskedReason", "/clientStatement");
        must(
                200,
                world.hold(
                        meeting,
                        "\"clientStatement\": {\"inOwnWords\": \"Haluan, että minulta kysytään.\", \"notWished\": false}"));

        var silent = world.meeting("\"kind\": \"network\"");
        must(200, world.hold(silent, "\"clientStatement\": {\"notWished\": true}"));
        var said =
                Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("meeting", silent), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/clientStatement").asString()).isEqualTo("not-wished");
    }

    @Test
    void developingWithoutClientsIsPossibleButSaidLoudlyAndCounts() {
        var planned = world.plannedMeeting("\"kind\": \"co-development\"");
        assertThat(planned.json().path("warnings").toString()).contains("no-client-takes-part");
        var closed = world.hold(planned.created(), """
                "roles": ["professional", "manager"], "closingQuestion": "not-asked", "notAskedReason": "no-client-present",
                "groups": [{"name": "Asiakkaat", "presence": "missing"}, {"name": "Työntekijät", "presence": "represented"}]""");
        must(200, closed);
        assertThat(closed.json().path("warnings").toString()).contains("no-client-takes-part");
        var data = Eventually.get(
                        () -> KafkaEar.onInfrastructure().eventsOf("meeting", planned.created()),
                        all -> all.size() == 2)
                .get(1)
                .path("data");
        assertThat(data.path("roles").toString()).doesNotContain("client");
        assertThat(data.path("mandateStated").asBoolean(true)).isFalse();
        assertThat(data.path("groupsMissing").asInt()).isEqualTo(1);
        assertThat(data.path("groupsRepresented").asInt()).isEqualTo(1);
    }

    @Test
    void thePersonIsInTheRoleOfThatMeeting() {
        var asPeer = world.meeting("\"kind\": \"co-development\"");
        var asClient = world.meeting("");
        var leena = world.login("leena");
        must(
                200,
                world.hold(
                        asPeer,
                        "\"participants\": [{\"login\": \"%s\", \"role\": \"peer-expert\"}], \"closingQuestion\": \"not-asked\", \"notAskedReason\": \"did-not-suit\""
                                .formatted(leena)));
        must(
                200,
                world.hold(asClient, "\"participants\": [{\"login\": \"%s\", \"role\": \"client\"}]".formatted(leena)));
        assertThat(world.read(world.coordinator, "/api/v1/meetings/" + asPeer)
                        .at("/participants/0/role")
                        .asString())
                .isEqualTo("peer-expert");
        assertThat(world.read(world.coordinator, "/api/v1/meetings/" + asClient)
                        .at("/participants/0/role")
                        .asString())
                .isEqualTo("client");
        assertThat(world.read(world.coordinator, "/api/v1/meetings/" + asClient)
                        .at("/held/roles")
                        .toString())
                .contains("client");
    }

    @Test
    void whatCanBeInfluencedIsStatedWithItsReason() {
        var meeting = world.meeting("\"kind\": \"co-development\"");
        var path = "/api/v1/meetings/" + meeting;
        var unexplained = world.worker.post(path + "/topics", "{\"title\": \"Lääkehoito\", \"scope\": \"not-open\"}");
        assertThat(unexplained.json().at("/errors/0/pointer").asString()).isEqualTo("/why");
        created(world.worker.post(path + "/topics", """
                {"title": "Lääkehoito", "scope": "not-open", "why": "Lääkehoidosta päättää lääkäri."}"""));
        created(world.worker.post(path + "/topics", "{\"title\": \"Kaikki muu\", \"scope\": \"open\"}"));
        must(
                204,
                world.worker.post(
                        path + "/mandate", "{\"decides\": \"Poliklinikan esihenkilö\", \"what\": \"Aulan käyttö\"}"));
        must(
                204,
                world.worker.post(
                        path + "/groups", "{\"groups\": [{\"name\": \"Omaiset\", \"presence\": \"invited\"}]}"));

        var shown = world.read(world.coordinator, path);
        assertThat(shown.at("/topics/0/why").asString()).isEqualTo("Lääkehoidosta päättää lääkäri.");
        assertThat(shown.at("/mandate/decides").asString()).isEqualTo("Poliklinikan esihenkilö");
        assertThat(shown.at("/groups/0/presence").asString()).isEqualTo("invited");
    }

    @Test
    void ofAHundredWhoJoinTenSeatsTenGetOne() throws Exception {
        var meeting = world.meeting("\"kind\": \"discussion-cafe\", \"seats\": 10");
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(25)) {
            var joins = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(n -> () -> world.as("guest" + n, "client")
                            .post("/api/v1/meetings/" + meeting + "/join", "{\"role\": \"client\"}")
                            .status())
                    .toList();
            for (var done : threads.invokeAll(joins)) {
                answers.add(done.get());
            }
        }
        assertThat(answers).containsOnly(204, 409);
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(10);
        assertThat(world.read(world.coordinator, "/api/v1/meetings/" + meeting).path("participants"))
                .hasSize(10);
        var full =
                world.as("latecomer", "client").post("/api/v1/meetings/" + meeting + "/join", "{\"role\": \"client\"}");
        assertThat(full.problem()).isEqualTo("no-seats-left");
    }

    @Test
    void aSeatGivenBackIsFreeAndJoiningTwiceTakesOne() {
        var meeting = world.meeting("\"kind\": \"discussion-cafe\", \"seats\": 1");
        var path = "/api/v1/meetings/" + meeting;
        must(204, world.client.post(path + "/join", "{\"role\": \"client\"}"));
        must(204, world.client.post(path + "/join", "{\"role\": \"client\"}"));
        must(204, world.client.post(path + "/leave", ""));
        must(204, world.as("eeva", "peer-expert").post(path + "/join", "{\"role\": \"client\"}"));
        assertThat(world.client.post(path + "/join", "{\"role\": \"manager\"}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward on 26.3.2017 at 3.00, back on 29.10.2017 at 4.00.
        "2017-03-26, 02:59, 2017-03-26T00:59:00Z",
        "2017-03-26, 04:00, 2017-03-26T01:00:00Z",
        "2017-10-29, 02:30, 2017-10-28T23:30:00Z",
        "2017-10-29, 03:30, 2017-10-29T00:30:00Z",
        "2017-10-29, 04:00, 2017-10-29T02:00:00Z"
    })
    void timesAcrossTheClockChangeAreRight(String day, String time, String moment) {
        var meeting = world.meeting("\"plannedOn\": \"%s\", \"at\": \"%s\"".formatted(day, time));
        assertThat(world.read(world.worker, "/api/v1/meetings/" + meeting)
                        .path("startsAt")
                        .asString())
                .isEqualTo(moment);
    }

    @Test
    void aTimeThatTheClocksJumpOverIsRefused() {
        var refused = world.plannedMeeting("\"plannedOn\": \"2017-03-26\", \"at\": \"03:30\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("no-such-time");
    }

    @Test
    void aDayIsListedInTheOrderOfTheClock() {
        var late = world.meeting("\"plannedOn\": \"2018-03-01\", \"at\": \"15:00\"");
        var early = world.meeting(withClient("\"plannedOn\": \"2018-03-01\", \"at\": \"08:00\""));
        world.meeting("\"plannedOn\": \"2018-03-02\"");
        var first = world.read(world.worker, "/api/v1/meetings?day=2018-03-01&limit=1");
        assertThat(first.at("/items/0/id").asString()).isEqualTo(early);
        var second = world.read(
                world.worker,
                "/api/v1/meetings?day=2018-03-01&limit=1&cursor="
                        + first.path("next").asString());
        assertThat(second.at("/items/0/id").asString()).isEqualTo(late);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(world.read(world.client, "/api/v1/meetings?day=2018-03-01").path("items"))
                .hasSize(1);
    }

    @Test
    void aReassignedClientsHistoryStaysWithWhomItWasAndWhatIsAheadGoesToTheNext() {
        var held = world.meeting(withClient("\"plannedOn\": \"2017-10-30\""));
        must(200, world.hold(held, "\"heldOn\": \"2017-10-30\""));
        var ahead = world.meeting(withClient("\"plannedOn\": \"2017-11-03\""));
        var liisa = world.as("liisa", "professional");
        // In the middle of the week, on Wednesday.
        must(204, world.coordinator.post("/api/v1/clients/" + world.clientId + "/worker-changes", """
                {"worker": "%s", "on": "2017-11-01", "reason": "work-reorganised", "handoverMet": true}""".formatted(
                        world.login("liisa"))));

        assertThat(liisa.get("/api/v1/meetings/" + ahead).status()).isEqualTo(200);
        must(200, world.hold(liisa, ahead, "\"heldOn\": \"2017-11-03\""));
        var liisas = world.read(liisa, "/api/v1/clients/" + world.clientId);
        assertThat(liisas.at("/workers/0/until").asString()).isEqualTo("2017-11-01");
        assertThat(world.read(world.worker, "/api/v1/meetings/" + held)
                        .at("/held/actualMinutes")
                        .asInt())
                .isEqualTo(60);
        // Monday's meeting is Mikko's; the client's relationship is no longer.
        assertThat(world.worker.get("/api/v1/clients/" + world.clientId).status())
                .isEqualTo(404);
    }
}
