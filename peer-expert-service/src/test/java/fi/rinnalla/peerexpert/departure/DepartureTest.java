package fi.rinnalla.peerexpert.departure;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In the other organisation, because leaving closes everything that is open there. */
@RealService
class DepartureTest {

    private static final String REQUEST = """
            {"unit": "kyky", "kind": "co-development", "on": "2999-10-31", "terms": %s}""".formatted(World.TERMS);

    @LocalServerPort
    int port;

    Http coordinator;
    Http manager;
    Http peer;

    @BeforeEach
    void people() {
        coordinator = as("koordinaattori", "coordinator");
        manager = as("johtaja", "manager");
        peer = as("vertainen", "peer-expert");
    }

    private Http as(String login, String role) {
        return Http.at("http://localhost:" + port).bearing(TestIssuer.token(login, "jyvaskyla", role));
    }

    @Test
    void whatWasAskedEndsEverybodyHearsOfItAndNothingNewIsAskedUntilItReturns() {
        var person = World.created(coordinator.post("/api/v1/peer-experts", """
                {"login": "vertainen", "name": "Vertainen (keksitty)", "level": "trained"}"""));
        var given = World.created(coordinator.post("/api/v1/requests", REQUEST));
        World.created(coordinator.post("/api/v1/assignments", """
                {"request": "%s", "peerExpert": "%s", "feeRefused": false}""".formatted(given, person)));
        var invitedTo = World.created(coordinator.post("/api/v1/requests", REQUEST.replace("10-31", "11-01")));
        must(200, coordinator.post("/api/v1/requests/" + invitedTo + "/invitations", """
                {"peerExperts": ["%s"], "mode": "together"}""".formatted(person)));
        must(204, manager.post("/api/v1/sharing-agreements", """
                {"partner": "sovatek", "what": "certificates", "why": "Yhteinen koulutus", "until": "2999-12-31"}"""));

        assertThat(manager.post("/api/v1/departure", "{\"organisation\": \"sovatek\"}")
                        .status())
                .isEqualTo(400);
        must(204, manager.post("/api/v1/departure", "{\"organisation\": \"jyvaskyla\"}"));

        assertThat(coordinator
                        .get("/api/v1/requests/" + given)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("closed");
        assertThat(coordinator
                        .get("/api/v1/requests/" + invitedTo)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("closed");
        assertThat(peer.get("/api/v1/invitations").json().at("/items/0/state").asString())
                .isEqualTo("withdrawn");
        assertThat(peer.get("/api/v1/assignments").json().at("/items/0/state").asString())
                .isEqualTo("released");
        assertThat(peer.get("/api/v1/notices?limit=100").body()).contains("task-cancelled", "invitation-withdrawn");
        assertThat(manager.get("/api/v1/sharing-agreements").body()).doesNotContain("2999");
        assertThat(coordinator.post("/api/v1/requests", REQUEST).problem()).isEqualTo("organisation-left");
        assertThat(coordinator.get("/api/v1/departure").json().path("leftOn").asString())
                .isNotEmpty();

        must(204, manager.post("/api/v1/departure/return", ""));
        World.created(coordinator.post("/api/v1/requests", REQUEST));
    }
}
