package fi.rinnalla.session.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class HoldMeetingTest {

    static final String PLANNED = """
            {"unit": "paihdepoliklinikka", "kind": "one-to-one", "channel": "face-to-face", "plannedOn": "2017-10-31",
             "plannedMinutes": 45, "peerExpertWanted": true}
            """;
    static final String HELD = """
            {"heldOn": "2017-10-31", "actualMinutes": 60, "startedBy": "client",
             "roles": ["client", "professional", "peer-expert"], "closingQuestion": "private"}
            """;

    @LocalServerPort
    int port;

    Http coordinator;

    @BeforeEach
    void aUnit() {
        coordinator = Http.at("http://localhost:" + port).bearing(TestIssuer.token("kaisa", "sovatek", "coordinator"));
        coordinator.post("/api/v1/units", """
                {"slug": "paihdepoliklinikka", "name": "Päihdepoliklinikka"}""");
    }

    @Test
    void aMeetingIsPlannedHeldAndSaid() {
        var planned = coordinator.post("/api/v1/meetings", PLANNED);
        assertThat(planned.status()).as(planned.body()).isEqualTo(201);

        var held = coordinator.with("If-Match", planned.etag()).post(hold(planned), HELD);
        assertThat(held.status()).as(held.body()).isEqualTo(200);

        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("meeting", planned.created()), events -> events.size() == 2);
        assertThat(said.get(1).path("type").asString()).isEqualTo("fi.rinnalla.meeting.held");
        assertThat(said.get(1).path("sequence").asLong()).isEqualTo(2);
        assertThat(said.get(1).path("data").path("closingQuestion").asString()).isEqualTo("private");
    }

    @Test
    void aMeetingIsHeldOnlyOnce() {
        var planned = coordinator.post("/api/v1/meetings", PLANNED);
        var held = coordinator.with("If-Match", planned.etag()).post(hold(planned), HELD);

        var again = coordinator.with("If-Match", held.etag()).post(hold(planned), HELD);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("meeting-already-held");
    }

    @Test
    void aStaleVersionIsRefusedAndAMissingOneIsAskedFor() {
        var planned = coordinator.post("/api/v1/meetings", PLANNED);
        coordinator.with("If-Match", planned.etag()).post(hold(planned), HELD);

        assertThat(coordinator
                        .with("If-Match", "\"1\"")
                        .post(hold(planned), HELD)
                        .status())
                .isEqualTo(412);
        assertThat(coordinator.post(hold(planned), HELD).status()).isEqualTo(428);
    }

    @Test
    void aMeetingCannotBeHeldInTheFuture() {
        var planned = coordinator.post("/api/v1/meetings", PLANNED);
        var tooSoon = coordinator
                .with("If-Match", planned.etag())
                .post(hold(planned), HELD.replace("2017-10-31", "2999-01-01"));

        assertThat(tooSoon.status()).isEqualTo(400);
        assertThat(tooSoon.json().at("/errors/0/pointer").asString()).isEqualTo("/heldOn");
    }

    @Test
    void theClosingQuestionWasNotAskedWhereNoClientWasPresent() {
        var planned = coordinator.post("/api/v1/meetings", PLANNED);
        var odd = coordinator
                .with("If-Match", planned.etag())
                .post(hold(planned), HELD.replace("\"client\", \"professional\"", "\"professional\""));

        assertThat(odd.status()).isEqualTo(400);
        assertThat(odd.json().at("/errors/0/code").asString()).isEqualTo("no-client");
    }

    @Test
    void aProfessionalSeesAndClosesTheirOwnMeetingsAlone() {
        var base = Http.at("http://localhost:" + port);
        var mikko = base.bearing(TestIssuer.token("mikko", "sovatek", "professional"));
        var liisa = base.bearing(TestIssuer.token("liisa", "sovatek", "professional"));
        var planned = mikko.post("/api/v1/meetings", PLANNED);

        assertThat(mikko.get("/api/v1/meetings/" + planned.created()).status()).isEqualTo(200);
        assertThat(liisa.get("/api/v1/meetings/" + planned.created()).status()).isEqualTo(404);
        assertThat(liisa.with("If-Match", "\"1\"").post(hold(planned), HELD).body())
                .isEqualTo(liisa.with("If-Match", "\"1\"")
                        .post("/api/v1/meetings/" + UUID.randomUUID() + "/hold", HELD)
                        .body());
    }

    @Test
    void theListIsReadPageByPageWithoutGapsOrRepeats() {
        for (int day = 1; day <= 7; day++) {
            coordinator.post("/api/v1/meetings", PLANNED.replace("2017-10-31", "2017-11-0" + day));
        }
        var seen = new java.util.ArrayList<String>();
        var page = coordinator.get("/api/v1/meetings?limit=3");
        while (true) {
            page.json()
                    .path("items")
                    .forEach(meeting -> seen.add(meeting.path("id").asString()));
            var next = page.json().path("next");
            if (next.isNull() || next.isMissingNode()) {
                break;
            }
            page = coordinator.get("/api/v1/meetings?limit=3&cursor=" + next.asString());
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        assertThat(coordinator.get("/api/v1/meetings?cursor=made-up").status()).isEqualTo(400);
    }

    private static String hold(Http.Answer planned) {
        return "/api/v1/meetings/" + planned.created() + "/hold";
    }
}
