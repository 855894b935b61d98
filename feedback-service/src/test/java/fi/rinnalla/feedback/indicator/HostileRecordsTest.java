package fi.rinnalla.feedback.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever stands on the topic, the partition goes on; and a rebuilt view is the same view. */
@RealService
class HostileRecordsTest {

    @LocalServerPort
    int port;

    private final KafkaEar kafka = KafkaEar.onInfrastructure();
    private Http operator;

    @BeforeEach
    void waitForTheTopic() {
        operator =
                Http.at("http://localhost:" + port).bearing(TestIssuer.token("olli", "sovatek", "operator", "analyst"));
        Eventually.holds(() -> {
            try {
                return kafka.records("meeting") != null;
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    private static String held(String id, String subject, long sequence, String organisation, String unit) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/hostile", "type": "fi.rinnalla.meeting.held",
                 "subject": "%s", "time": "2017-11-01T08:15:30Z", "datacontenttype": "application/json",
                 "organisation": "%s", "sequence": %d, "epoch": 1, "fieldOfTheFuture": true,
                 "data": {"unit": "%s", "kind": "one-to-one", "channel": "phone", "heldOn": "2017-10-03",
                          "plannedMinutes": 45, "actualMinutes": 50, "startedBy": "client", "roles": ["client"],
                          "closingQuestion": "spoken", "newField": {"of": "the future"}}}
                """.formatted(id, subject, organisation, sequence, unit);
    }

    private static String held(String subject, long sequence, String unit) {
        return held(UUID.randomUUID().toString(), subject, sequence, "sovatek", unit);
    }

    private long facts(String unit) {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement().executeQuery("""
                        SELECT count(*) FROM indicator_event WHERE unit = '%s'
                          AND generation = (SELECT generation FROM view_generation WHERE view = 'indicators' AND live)""".formatted(unit))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<JsonNode> parked() {
        var all = new java.util.ArrayList<JsonNode>();
        operator.get("/api/v1/operations/feedback/parked?limit=100")
                .json()
                .path("items")
                .forEach(all::add);
        // Others listen to the same topics and park the same.
        all.removeIf(one -> !one.path("listener").asString().startsWith("indicators"));
        return all;
    }

    private JsonNode parkedBecause(String reason) {
        return Eventually.get(
                        () -> parked().stream()
                                .filter(one -> one.path("reason").asString().equals(reason))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void whatCannotBeTrustedIsParkedWithItsReasonAndTheRestIsTakenIn() {
        var subject = UUID.randomUUID().toString();
        kafka.say("meeting", subject, "this is not JSON, Maija Meikäläinen 131052-308T");
        kafka.say("meeting", subject, "");
        kafka.say("meeting", subject, null);
        kafka.say("meeting", subject, "[]");
        kafka.say("meeting", subject, "{\"specversion\": \"2.0\"}");
        kafka.say("meeting", "another-key", held(subject, 1, "hostile"));
        kafka.say("meeting", subject, held(subject, 1, "hostile").replace("\"sequence\": 1", "\"sequence\": -1"));
        kafka.say("meeting", subject, held(subject, 1, "hostile") + " ".repeat(600_000));
        kafka.say("meeting", subject, held(subject, 1, "hostile"));

        Eventually.holds(() -> facts("hostile") == 1);
        for (var reason : List.of(
                "not-json",
                "empty",
                "not-cloudevents-1.0",
                "key-is-not-the-subject",
                "malformed-envelope",
                "too-large")) {
            parkedBecause(reason);
        }
        assertThat(parked().toString()).doesNotContain("Maija", "131052");
    }

    @Test
    void twoMegabytesTheBrokerItselfRefuses() {
        assertThatThrownBy(() -> kafka.say("meeting", "x", "x".repeat(2_000_000)))
                .hasMessageContaining("RecordTooLarge");
    }

    @Test
    void anUnknownTypeIsPassedOverAndCounts() {
        var subject = UUID.randomUUID().toString();
        kafka.say("meeting", subject, held(subject, 1, "unknown-type").replace("meeting.held", "meeting.dreamt"));
        kafka.say("meeting", subject, held(subject, 2, "unknown-type"));
        Eventually.holds(() -> facts("unknown-type") == 1);
    }

    @Test
    void aGapHoldsItsSubjectUntilTheMissingOneComes() {
        var subject = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();
        kafka.say("meeting", subject, held(subject, 1, "gap"));
        kafka.say("meeting", subject, held(subject, 3, "gap"));
        kafka.say("meeting", subject, held(subject, 4, "gap"));
        kafka.say("meeting", other, held(other, 1, "gap"));
        Eventually.holds(() -> facts("gap") == 2
                && parked().stream()
                                .filter(one -> one.path("subject").asString("").equals(subject))
                                .count()
                        == 2);

        kafka.say("meeting", subject, held(subject, 2, "gap"));
        Eventually.holds(() -> facts("gap") == 5);
        assertThat(parked()).noneMatch(one -> one.path("subject").asString("").equals(subject));
    }

    @Test
    void aDuplicateChangesNothingAndAnotherEventInItsPlaceIsParked() {
        var subject = UUID.randomUUID().toString();
        var id = UUID.randomUUID().toString();
        var event = held(id, subject, 1, "sovatek", "duplicate");
        kafka.say("meeting", subject, event);
        kafka.say("meeting", subject, event);
        kafka.say("meeting", subject, event.replace("\"actualMinutes\": 50", "\"actualMinutes\": 5"));
        kafka.say("meeting", subject, held(subject, 2, "duplicate"));
        Eventually.holds(() -> facts("duplicate") == 2);
        assertThat(parkedBecause("another-event-in-its-place").path("subject").asString())
                .isEqualTo(subject);
    }

    @Test
    void anotherOrganisationInASubjectsEventIsParkedAndSeenByThatOrganisationAlone() {
        var subject = UUID.randomUUID().toString();
        kafka.say("meeting", subject, held(UUID.randomUUID().toString(), subject, 1, "jyvaskyla", "foreign"));
        kafka.say("meeting", subject, held(UUID.randomUUID().toString(), subject, 2, "sovatek", "foreign"));
        kafka.say("meeting", subject, held(UUID.randomUUID().toString(), subject, 2, "jyvaskyla", "foreign"));
        Eventually.holds(() -> facts("foreign") == 2);
        assertThat(parkedBecause("another-organisation").path("subject").asString())
                .isEqualTo(subject);
    }

    @Test
    void dataThatCannotBeReadParksItsSubjectAndAnOperatorSeesHowThingsStand() {
        var subject = UUID.randomUUID().toString();
        kafka.say("meeting", subject, held(subject, 1, "unreadable").replace("one-to-one", "seance"));
        kafka.say("meeting", subject, held(subject, 2, "unreadable"));
        var parked = parkedBecause("unreadable-data");
        parkedBecause("behind");

        var path = "/api/v1/operations/feedback/parked/" + parked.path("id").asString();
        assertThat(operator.postAgain(path + "/release", "").problem()).isEqualTo("still-parked");
        assertThat(operator.postAgain(path + "/discard", "").problem()).isEqualTo("subject-waits-for-it");
        assertThat(facts("unreadable")).isZero();

        var stranger = Http.at("http://localhost:" + port).bearing(TestIssuer.token("outi", "jyvaskyla", "operator"));
        assertThat(stranger.get("/api/v1/operations/feedback/parked?limit=100").body())
                .doesNotContain(subject);
    }

    private static String given(UUID release, int number) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/feedback-service-of-before", "type": "fi.rinnalla.feedback.given",
                 "subject": "sovatek/rebuilt", "time": "2017-11-01T08:15:30Z", "datacontenttype": "application/json",
                 "organisation": "sovatek", "sequence": %d, "epoch": 1,
                 "data": {"unit": "rebuilt", "period": "2017-W40", "release": "%s", "releaseSize": 6, "heard": %d}}
                """.formatted(UUID.randomUUID(), number, release, 1 + number % 5);
    }

    @Test
    void rebuiltViewsAreTheSameAndServedThroughout() throws Exception {
        for (int i = 0; i < 12; i++) {
            var subject = UUID.randomUUID().toString();
            kafka.say("meeting", subject, held(subject, 1, "rebuilt"));
        }
        var release = UUID.randomUUID();
        for (int number = 1; number <= 6; number++) {
            kafka.say("feedback", "sovatek/rebuilt", given(release, number));
        }
        var path = "/api/v1/views/heard?unit=rebuilt&year=2017&by=quarter";
        Eventually.holds(
                () -> facts("rebuilt") >= 12 && operator.get(path).body().contains("\"n\":6"));
        var before = operator.get(path).body();
        assertThat(before).contains("\"atLeast\":10");

        for (var view : List.of("heard", "indicators")) {
            var rebuild = "/api/v1/operations/feedback/views/" + view + "/rebuild";
            assertThat(operator.postAgain(rebuild, "").status()).isEqualTo(202);
            assertThat(operator.postAgain(rebuild, "").status()).isEqualTo(202);
            Eventually.holds(() -> {
                assertThat(operator.get(path).body()).isEqualTo(before);
                return !operator.get(rebuild).json().path("underWay").asBoolean();
            });
            assertThat(operator.get(path).body()).isEqualTo(before);
            try (var admin = Infrastructure.running().admin("feedback");
                    var row = admin.createStatement()
                            .executeQuery("SELECT max(generation), count(*) FROM view_generation WHERE view = '" + view
                                    + "'")) {
                row.next();
                assertThat(row.getInt(1)).isGreaterThan(1);
                assertThat(row.getInt(2)).isEqualTo(1);
            }
        }
        assertThat(operator.postAgain("/api/v1/operations/feedback/views/nothing/rebuild", "")
                        .status())
                .isEqualTo(404);
    }
}
