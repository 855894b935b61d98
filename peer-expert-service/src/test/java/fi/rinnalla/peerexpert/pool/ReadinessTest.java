package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.testing.RealService;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class ReadinessTest {

    @LocalServerPort
    int port;

    @Autowired
    Keeper keeper;

    @Autowired
    PeerExperts peerExperts;

    @Autowired
    Notices notices;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    Clock clock;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private void pauses() {
        must(204, world.sari.post("/api/v1/peer-experts/me/readiness", "{\"answer\": \"paused\"}"));
    }

    @Test
    void twoTasksOfWhoeverPausesNeedANewPersonAndNobodyIsToldWhy() {
        var first = world.request("");
        var second = world.request("\"on\": \"2999-11-07\"");
        world.accepted(world.sari, world.invite(first, world.sariId));
        world.accepted(world.sari, world.invite(second, world.sariId));
        pauses();
        var told = world.read(world.coordinator, "/api/v1/notices?limit=100")
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().equals("needs-new-person"))
                .map(notice -> notice.path("about").asString());
        assertThat(told).contains(first, second);
        assertThat(world.coordinator.get("/api/v1/notices?limit=100").body()).doesNotContain("paused", "tauko");
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + first)
                        .path("wantedStill")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.coordinator.get("/api/v1/peer-experts/" + world.sariId).body())
                .doesNotContain("readiness", "paused");
    }

    @Test
    void nobodyIsGivenATaskWhilePaused() {
        var request = world.request("");
        pauses();
        assertThat(world.coordinator
                        .post(
                                "/api/v1/assignments",
                                "{\"request\": \"%s\", \"peerExpert\": \"%s\"}".formatted(request, world.sariId))
                        .problem())
                .isEqualTo("not-available");
        assertThat(world.coordinator
                        .post(
                                "/api/v1/requests/" + request + "/invitations",
                                "{\"peerExperts\": [\"%s\"], \"mode\": \"together\"}".formatted(world.sariId))
                        .problem())
                .isEqualTo("not-available");
    }

    @Test
    void whoeverPausesBetweenInvitationAndAcceptanceIsAskedNoMoreAndTheNextIs() {
        var request = world.request("");
        var invited = world.invited(request, "in-turn", world.sariId, world.kimmoId);
        pauses();
        var own = invited.at("/invitations/0/invitation").asString();
        assertThat(world.sari
                        .post("/api/v1/invitations/" + own + "/accept", "{}")
                        .problem())
                .isEqualTo("invitation-over");
        assertThat(world.noticesOf(world.kimmo)).contains("invited");
        assertThat(world.noticesOf(world.sari)).doesNotContain("invitation-withdrawn");
    }

    private void answeredDaysAgo(int days) {
        keeper.rows()
                .sql(
                        "UPDATE peer_expert SET document = document || jsonb_build_object('readinessAnsweredOn', ?) WHERE id = ?")
                .params(Helsinki.today(clock).minusDays(days).toString(), UUID.fromString(world.sariId))
                .update();
    }

    @Test
    void theQuestionComesAgainAtTheChosenIntervalAndOnce() {
        must(204, world.sari.post("/api/v1/peer-experts/me/readiness", "{\"answer\": \"yes\", \"askEveryDays\": 14}"));
        var ask = new AskReadiness(keeper, peerExperts, notices, onBehalf, clock);
        answeredDaysAgo(13);
        ask.whoeverIsDue();
        assertThat(world.noticesOf(world.sari)).doesNotContain("readiness-asked");
        answeredDaysAgo(14);
        ask.whoeverIsDue();
        ask.whoeverIsDue();
        assertThat(world.noticesOf(world.sari).stream().filter("readiness-asked"::equals))
                .hasSize(1);
    }
}
