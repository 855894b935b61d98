package fi.rinnalla.peerexpert.asking;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class AskingTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private Http.Answer ask(String on) {
        return world.worker.post(
                "/api/v1/askings", "{\"client\": \"%s\", \"askedOn\": \"%s\"}".formatted(world.login("antti"), on));
    }

    private void answer(String asking, String reply, String on) {
        must(
                204,
                world.client.post(
                        "/api/v1/askings/" + asking + "/answer",
                        "{\"answer\": \"%s\", \"answeredOn\": \"%s\", \"name\": \"Antti A.\"}".formatted(reply, on)));
    }

    @Test
    void aYesJoinsThePoolWithoutAnyTraining() {
        answer(created(ask("2017-09-01")), "yes", "2017-09-02");
        var joined = world.read(world.as("antti", "peer-expert"), "/api/v1/peer-experts/me");
        assertThat(joined.path("level").asString()).isEqualTo("developer-client");
        assertThat(world.pool()).contains(joined.path("id").asString());
    }

    @Test
    void afterNotNowNobodyAsksForHalfAYear() {
        answer(created(ask("2017-09-01")), "not-now", "2017-09-02");
        assertThat(ask("2018-03-01").problem()).isEqualTo("not-to-be-asked");
        must(201, ask("2018-03-02"));
    }

    @Test
    void afterNeverNobodyAsksAgainButTheClientMayStillSayYes() {
        var asking = created(ask("2017-09-01"));
        answer(asking, "never", "2017-09-02");
        var refused = ask("2026-09-02");
        assertThat(refused.problem()).isEqualTo("not-to-be-asked");
        assertThat(refused.body()).doesNotContain("never");
        answer(asking, "yes", "2018-01-01");
    }

    /** Whoever asks learns the same, whether the client said no, has not answered, or is in the pool. */
    @Test
    void theRefusalTellsNothingOfTheAnswer() {
        answer(created(ask("2017-09-01")), "never", "2017-09-02");
        var inPool = world.worker.post("/api/v1/askings", "{\"client\": \"%s\"}".formatted(world.login("sari")));
        assertThat(ask("2017-12-01").body()).isEqualTo(inPool.body());
    }
}
