package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.peerexpert.matching.Score;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class InvitationTest {

    @LocalServerPort
    int port;

    @Autowired
    Keeper keeper;

    @Autowired
    Invitations invitations;

    @Autowired
    PeerRequests requests;

    @Autowired
    PeerExperts peerExperts;

    @Autowired
    Notices notices;

    @Autowired
    Sealing sealing;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    Clock clock;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private static List<Http.Answer> atOnce(List<Callable<Http.Answer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }

    @Test
    void theTermsAreOnTheTableBeforeAnybodyIsAsked() {
        var bare = World.created(world.coordinator.post(
                "/api/v1/requests",
                "{\"unit\": \"%s\", \"kind\": \"outreach\", \"on\": \"2999-10-31\"}".formatted(world.unit)));
        assertThat(world.coordinator
                        .post(
                                "/api/v1/requests/" + bare + "/invitations",
                                "{\"peerExperts\": [\"%s\"], \"mode\": \"together\"}".formatted(world.sariId))
                        .problem())
                .isEqualTo("no-terms");
        world.invite(world.request("\"briefing\": \"Mietitään odotustilaa\""), world.sariId);
        var seen = world.read(world.sari, "/api/v1/invitations").at("/items/0");
        assertThat(seen.at("/terms/cents").asInt()).isEqualTo(5000);
        assertThat(seen.at("/terms/benefitNote").asString()).contains("TE-toimisto");
        assertThat(seen.path("briefing").asString()).contains("odotustilaa");
        assertThat(seen.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("words").asString()))
                .contains("Koulutettu");
    }

    @Test
    void aPairTaskWaitsForTheAgreementOnRolesAndForTerms() {
        var pair = world.request("\"kind\": \"pair-work\"");
        var body = "{\"request\": \"%s\", \"peerExpert\": \"%s\"}";
        assertThat(world.coordinator
                        .post("/api/v1/assignments", body.formatted(pair, world.sariId))
                        .problem())
                .isEqualTo("no-role-agreement");
        world.agreedOnRoles(world.sariId);
        must(201, world.coordinator.post("/api/v1/assignments", body.formatted(pair, world.sariId)));
        var bare = World.created(world.coordinator.post(
                "/api/v1/requests",
                "{\"unit\": \"%s\", \"kind\": \"outreach\", \"on\": \"2999-12-31\"}".formatted(world.unit)));
        assertThat(world.coordinator
                        .post("/api/v1/assignments", body.formatted(bare, world.sariId))
                        .problem())
                .isEqualTo("no-terms");
    }

    @Test
    void aNoPassesTheTurnToTheNextAndNobodyLearnsWhoElseWasAsked() {
        var request = world.request("");
        var invited = world.invited(request, "in-turn", world.sariId, world.kimmoId);
        assertThat(world.noticesOf(world.kimmo)).doesNotContain("invited");
        must(
                204,
                world.sari.post(
                        "/api/v1/invitations/"
                                + invited.at("/invitations/0/invitation").asString() + "/decline",
                        ""));
        assertThat(world.noticesOf(world.kimmo)).contains("invited");
        assertThat(world.sari.get("/api/v1/invitations").body()
                        + world.sari.get("/api/v1/notices").body())
                .doesNotContain(world.kimmoId, "Kimmo");
        must(
                204,
                world.kimmo.post(
                        "/api/v1/invitations/"
                                + invited.at("/invitations/1/invitation").asString() + "/decline",
                        ""));
        assertThat(world.read(world.coordinator, "/api/v1/notices?limit=100").toString())
                .contains("nobody-left");
    }

    @Test
    void whenNobodyAnswersInTimeTheNextIsAsked() {
        var request = world.request("");
        var invited = world.invited(request, "in-turn", world.sariId, world.kimmoId);
        var late = Clock.offset(clock, Duration.ofHours(73));
        new ExpireInvitations(
                        keeper,
                        invitations,
                        requests,
                        new TakeTurns(invitations, requests, peerExperts, notices, sealing, late),
                        onBehalf,
                        late)
                .whateverIsOver();
        assertThat(world.noticesOf(world.kimmo)).contains("invited");
        assertThat(world.sari
                        .post(
                                "/api/v1/invitations/"
                                        + invited.at("/invitations/0/invitation")
                                                .asString() + "/accept",
                                "{}")
                        .problem())
                .isEqualTo("invitation-over");
    }

    /** 72 hours are 72 hours, also over the night of 29 October 2017, in which the clock went back. */
    @Test
    void theTimeToAnswerIsNotShortenedByTheChangeOfTheClock() {
        var invitation = new Invitation(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), 0, 72, "hash", new byte[0], new Score(0, List.of()));
        var sent = Instant.parse("2017-10-27T09:00:00Z");
        invitation.send(sent);
        assertThat(invitation.expire(sent.plus(Duration.ofHours(72)))).isFalse();
        assertThat(invitation.expire(sent.plus(Duration.ofHours(72)).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void ofManyAskedTogetherOneTakesTheOnePlaceAndTheOthersHearThatItIsTaken() throws Exception {
        var request = world.request("");
        var peers = new ArrayList<Http>();
        var ids = new ArrayList<String>();
        for (int n = 0; n < 12; n++) {
            ids.add(world.peerExpert("peer" + n, "Vertainen " + n, "trained"));
            peers.add(world.as("peer" + n, "peer-expert"));
        }
        var invited =
                world.invited(request, "together", ids.toArray(String[]::new)).path("invitations");
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (int n = 0; n < peers.size(); n++) {
            var peer = peers.get(n);
            var invitation = invited.get(n).path("invitation").asString();
            calls.add(() -> peer.post("/api/v1/invitations/" + invitation + "/accept", "{}"));
        }
        var answers = atOnce(calls);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(peers.stream().filter(peer -> world.noticesOf(peer).contains("place-taken")))
                .hasSize(11);
    }

    @Test
    void nobodyIsBookedTwiceForTheSameTimeAlsoByFiftyAtOnce() throws Exception {
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (int n = 0; n < 50; n++) {
            var request = world.request("\"at\": \"1%d:%02d\"".formatted(n % 2, n % 30));
            calls.add(() -> world.coordinator.post(
                    "/api/v1/assignments",
                    "{\"request\": \"%s\", \"peerExpert\": \"%s\"}".formatted(request, world.sariId)));
        }
        var answers = atOnce(calls);
        var given = world.read(world.sari, "/api/v1/assignments?limit=100").path("items");
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(given.size());
        assertThat(given.size()).isBetween(1, 2);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(answer -> answer.problem().equals("booked-already"));
    }

    @Test
    void twoCoordinatorsWhoAskTheSamePersonAskOnce() throws Exception {
        var request = world.request("");
        var body = "{\"peerExperts\": [\"%s\"], \"mode\": \"together\"}".formatted(world.sariId);
        var other = world.as("leena", "coordinator");
        var answers = atOnce(List.of(
                () -> world.coordinator.post("/api/v1/requests/" + request + "/invitations", body),
                () -> other.post("/api/v1/requests/" + request + "/invitations", body)));
        assertThat(answers.stream().map(Http.Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(world.noticesOf(world.sari)).containsOnlyOnce("invited");
    }

    @Test
    void aNoNeedsNoLoginOpeningTheLinkAnswersNothingAndTwiceIsOnce() {
        var invited = world.invited(
                world.request("\"at\": \"13:30\", \"briefing\": \"Odotustilasta\""),
                "in-turn",
                world.sariId,
                world.kimmoId);
        var link = invited.at("/invitations/0/link").asString();
        assertThat(link.length()).isLessThanOrEqualTo(40);
        var anybody = Http.at("http://localhost:" + port);
        var page = must(200, anybody.with("Accept-Language", "sv").get(link));
        assertThat(page.body())
                .contains("31.10.2999", "klockan 13.30", "50,00", "Odotustilasta", "Inte den här gången")
                .doesNotContain("<script", world.sariName);
        assertThat(world.noticesOf(world.kimmo)).doesNotContain("invited");
        assertThat(must(200, anybody.postForm(link, "")).body()).contains("Kiitos vastauksesta");
        must(200, anybody.postForm(link, ""));
        assertThat(world.noticesOf(world.kimmo)).containsOnlyOnce("invited");
        assertThat(anybody.get("/k/nothing").status()).isEqualTo(404);
    }

    @Test
    void aQuestionIsAnsweredAndTheTimeBeginsAnew() {
        var invitation = world.invite(world.request(""), world.sariId);
        must(
                204,
                world.sari.post(
                        "/api/v1/invitations/" + invitation + "/question", "{\"words\": \"Voiko tulla takaovesta?\"}"));
        must(204, world.coordinator.post("/api/v1/invitations/" + invitation + "/answer", "{\"words\": \"Voi.\"}"));
        assertThat(world.read(world.sari, "/api/v1/invitations")
                        .at("/items/0/answer")
                        .asString())
                .isEqualTo("Voi.");
    }

    @Test
    void aFeeMayBeRefusedAndTakenAfterAllWhileExpensesStayCovered() {
        var invitation = world.invite(world.request(""), world.sariId);
        var task = World.created(
                world.sari.post("/api/v1/invitations/" + invitation + "/accept", "{\"feeRefused\": true}"));
        var terms = world.read(world.sari, "/api/v1/assignments/" + task).path("terms");
        assertThat(terms.path("cents").asInt()).isZero();
        assertThat(terms.path("travelPaid").asBoolean()).isTrue();
        must(204, world.sari.post("/api/v1/assignments/" + task + "/fee", "{\"refused\": false}"));
        assertThat(world.read(world.sari, "/api/v1/assignments/" + task)
                        .at("/terms/cents")
                        .asInt())
                .isEqualTo(5000);
    }

    @Test
    void oneOwnMonthIsSeenAgainstOnesOwnLimits() {
        world.describes(world.sari, "\"limits\": {\"hours\": 10, \"cents\": 12000}");
        world.accepted(world.sari, world.invite(world.request(""), world.sariId));
        var month = world.read(world.sari, "/api/v1/peer-experts/me/month?month=2999-10");
        assertThat(month.path("agreedCents").asInt()).isEqualTo(5000);
        assertThat(month.path("limitCents").asInt()).isEqualTo(12000);
        assertThat(month.path("minutes").asInt()).isEqualTo(105);
        assertThat(month.path("limitMinutes").asInt()).isEqualTo(600);
    }
}
