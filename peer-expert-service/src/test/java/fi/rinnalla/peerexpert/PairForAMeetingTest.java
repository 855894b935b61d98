package fi.rinnalla.peerexpert;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.testing.Addresses;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Guarded;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.Structure;
import fi.rinnalla.testing.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A meeting asks for a peer expert, a coordinator assigns one, and holding the meeting completes the task. */
@RealService
class PairForAMeetingTest {

    static final String[] ROLES = {
        "coordinator", "professional", "peer-expert", "client", "manager", "analyst", "operator"
    };

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    private final KafkaEar kafka = KafkaEar.onInfrastructure();
    private Http coordinator;
    private String sari;

    @BeforeEach
    void aPool() {
        coordinator = Http.at("http://localhost:" + port).bearing(TestIssuer.token("kaisa", "sovatek", "coordinator"));
        var login = "sari." + UUID.randomUUID();
        sari = coordinator.post("/api/v1/peer-experts", """
                {"login": "%s", "name": "Sari Salainen", "level": "trained"}""".formatted(login)).created();
        coordinator.post("/api/v1/peer-experts/" + sari + "/role-agreement", "{\"supportContact\": \"mikko\"}");
        coordinator.post("/api/v1/usual-terms", "{\"kind\": \"pair-work\", \"terms\": " + World.TERMS + "}");
        Eventually.holds(() -> {
            try {
                return kafka.records("meeting") != null;
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    private String plannedMeeting() {
        var meeting = UUID.randomUUID().toString();
        kafka.say("meeting", meeting, event(meeting, 1, "planned", """
                {"unit": "klinikka", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31",
                 "plannedMinutes": 45, "peerExpertWanted": true}"""));
        Eventually.holds(
                () -> coordinator.get("/api/v1/requests?limit=100").body().contains(meeting));
        return meeting;
    }

    private void hold(String meeting) {
        kafka.say("meeting", meeting, event(meeting, 2, "held", """
                {"unit": "klinikka", "kind": "one-to-one", "channel": "phone", "heldOn": "2017-10-31", "plannedMinutes": 45,
                 "actualMinutes": 60, "startedBy": "client", "roles": ["client", "peer-expert"], "closingQuestion": "private"}"""));
    }

    private static String event(String meeting, int sequence, String what, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/session-service", "type": "fi.rinnalla.meeting.%s",
                 "subject": "%s", "time": "2017-10-20T08:00:00Z", "datacontenttype": "application/json",
                 "organisation": "sovatek", "sequence": %d, "epoch": 1, "data": %s}""".formatted(UUID.randomUUID(), what, meeting, sequence, data);
    }

    private Http.Answer assign(String meeting) {
        return coordinator.post(
                "/api/v1/assignments", "{\"meeting\": \"%s\", \"peerExpert\": \"%s\"}".formatted(meeting, sari));
    }

    @Test
    void aPairIsAssignedSaidWithoutANameAndCompletedOnceTheMeetingIsHeld() {
        var meeting = plannedMeeting();
        var assigned = assign(meeting);
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(201);
        hold(meeting);

        var said = Eventually.get(() -> kafka.eventsOf("peer-expert", assigned.created()), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/minutes").asInt()).isEqualTo(60);
        assertThat(said.toString()).doesNotContain("Sari", "sari", sari);
        assertThat(coordinator.get("/api/v1/requests?limit=100").body()).doesNotContain(meeting);
        Eventually.holds(
                () -> coordinator.get("/api/v1/assignments?limit=100").body().contains("\"completed\":true"));
    }

    @Test
    void aMeetingGetsOnePeerExpertAndNoneAfterItWasHeld() {
        var meeting = plannedMeeting();
        assign(meeting);
        assertThat(assign(meeting).problem()).isEqualTo("request-closed");
        var other = plannedMeeting();
        hold(other);
        Eventually.holds(
                () -> !coordinator.get("/api/v1/requests?limit=100").body().contains(other));
        assertThat(assign(other).problem()).isEqualTo("request-closed");
    }

    @Test
    void aRequestFollowsItsMeetingToAnotherDayAndClosesWhenItIsCancelledOrTheClientIsNotReached() {
        var moved = plannedMeeting();
        kafka.say("meeting", moved, event(moved, 2, "moved", """
                {"unit": "klinikka", "kind": "one-to-one", "plannedOn": "2017-11-02", "plannedMinutes": 45, "movedBy": "client",
                 "reason": "another-time-wished"}"""));
        Eventually.holds(() -> requestOf(moved).contains("2017-11-02"));

        var cancelled = plannedMeeting();
        kafka.say("meeting", cancelled, event(cancelled, 2, "cancelled", """
                {"unit": "klinikka", "kind": "one-to-one", "plannedOn": "2017-10-31", "cancelledBy": "client", "reason": "illness"}"""));
        var missed = plannedMeeting();
        kafka.say("meeting", missed, event(missed, 2, "client-not-reached", """
                {"unit": "klinikka", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31"}"""));
        Eventually.holds(
                () -> requestOf(cancelled).isEmpty() && requestOf(missed).isEmpty());
        assertThat(assign(cancelled).problem()).isEqualTo("request-closed");
    }

    private String requestOf(String meeting) {
        return coordinator
                .get("/api/v1/requests?limit=100")
                .json()
                .path("items")
                .valueStream()
                .map(Object::toString)
                .filter(request -> request.contains(meeting))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatAnOrganisationMayReadHoldsNoReferenceToTheMeeting() {
        var meeting = plannedMeeting();
        var assigned = assign(meeting);
        hold(meeting);
        var read =
                Eventually.get(() -> kafka.eventsOf("organisation.sovatek", assigned.created()), all -> !all.isEmpty());
        assertThat(read).hasSize(1);
        assertThat(read.toString()).doesNotContain(meeting);
    }

    @Test
    void aPeerExpertSeesTheirOwnTasksAlone() {
        var meeting = plannedMeeting();
        assign(meeting);
        var another = Http.at("http://localhost:" + port).bearing(TestIssuer.token("kimmo", "sovatek", "peer-expert"));
        assertThat(another.get("/api/v1/assignments").json().path("items")).isEmpty();
        assertThat(another.get("/api/v1/peer-experts").status()).isEqualTo(404);
    }

    @Test
    void anotherOrganisationFindsNothing() throws Exception {
        var meeting = plannedMeeting();
        var assigned = assign(meeting);
        var stranger = Http.at("http://localhost:" + port).bearing(TestIssuer.token("liisa", "jyvaskyla", ROLES));
        for (var address : Addresses.of(service)) {
            var http = Http.at("http://localhost:" + port);
            assertThat((address.method().equals("GET") ? http.get(address.path()) : http.post(address.path(), "{}"))
                            .status())
                    .as(address.toString())
                    .isEqualTo(401);
            assertThat(address.handler().getMethodAnnotation(AllowedTo.class))
                    .as(address.toString())
                    .isNotNull();
            if (address.method().equals("GET")) {
                assertThat(stranger.get(address.path()).body())
                        .doesNotContain("Sari", meeting, assigned.created(), sari);
            }
        }
        var foreign = stranger.post(
                "/api/v1/assignments", "{\"meeting\": \"%s\", \"peerExpert\": \"%s\"}".formatted(meeting, sari));
        var random = stranger.post(
                "/api/v1/assignments",
                "{\"meeting\": \"%s\", \"peerExpert\": \"%s\"}".formatted(UUID.randomUUID(), sari));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(random.body());
        try (var admin = Infrastructure.running().admin("peer_expert")) {
            assertThat(Guarded.unguarded(admin)).isEmpty();
            assertThat(Guarded.privilegesOf(admin, "peer_expert_service")).isEmpty();
            for (var table : Guarded.tables(admin)) {
                assertThat(Guarded.foreignRows(admin, "peer_expert_service", table, "jyvaskyla"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void theServiceIsBuiltAsTheHouseIs() {
        Structure.check(PeerExpertService.class);
    }
}
