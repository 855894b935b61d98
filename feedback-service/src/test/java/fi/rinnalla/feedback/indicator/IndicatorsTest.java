package fi.rinnalla.feedback.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAnswered;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAsked;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertJoined;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertLeft;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.SupervisionHeld;
import fi.rinnalla.event.training.TrainingEvent.TrainingCompleted;
import fi.rinnalla.event.training.TrainingEvent.TrainingStarted;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Facts come on the stream; figures leave through the one door. */
@RealService
class IndicatorsTest {

    @LocalServerPort
    int port;

    /** Ids of events grow with time, as those of the services do. */
    private static final AtomicLong NEXT = new AtomicLong(0x0197a1c000017000L);

    private final KafkaEar kafka = KafkaEar.onInfrastructure();
    private final String unit = "unit-" + UUID.randomUUID().toString().substring(0, 8);
    private Http manager;

    @BeforeEach
    void waitForTheTopics() {
        manager = Http.at("http://localhost:" + port)
                .bearing(TestIssuer.token("marja", "sovatek", "manager", "operator"));
        Eventually.holds(() -> Stream.of(
                        "meeting", "commitment", "idea", "unit", "peer-request", "peer-expert", "claim")
                .allMatch(topic -> {
                    try {
                        return kafka.records(topic) != null;
                    } catch (RuntimeException notYet) {
                        return false;
                    }
                }));
    }

    private void say(String topic, String type, String subject, int sequence, String data) {
        kafka.say(topic, subject, """
                {"specversion": "1.0", "id": "%s", "source": "/session-service", "type": "fi.rinnalla.%s", "subject": "%s",
                 "time": "2017-11-01T08:15:30Z", "datacontenttype": "application/json", "organisation": "sovatek",
                 "sequence": %d, "epoch": 1, "data": {"unit": "%s", %s}}""".formatted(
                        new UUID(NEXT.getAndIncrement(), 0), type, subject, sequence, unit, data));
    }

    private void promise(String outcome) {
        say("commitment", "commitment.closed", UUID.randomUUID().toString(), 1, """
                "promisedBy": "worker", "dueOn": "2017-10-10", "closedOn": "2017-10-10", "outcome": "%s\"""".formatted(outcome));
    }

    private JsonNode october(String indicator) {
        return manager.get("/api/v1/indicators/%s?unit=%s&year=2017&by=month".formatted(indicator, unit))
                .json()
                .at("/periods/9/rate");
    }

    private JsonNode shown(String indicator, int n) {
        return Eventually.get(() -> october(indicator), rate -> rate.path("n").asInt() == n);
    }

    @Test
    void promisesKeptAreToldOnceThereAreFiveAndMoveByFives() {
        Stream.of("kept", "kept", "late", "cancelled-with-notice", "kept", "late")
                .forEach(this::promise);
        var five = shown("commitments-kept", 5);
        assertThat(five.path("share").asDouble()).isEqualTo(0.6);
        Stream.of("late", "late", "late", "late").forEach(this::promise);
        promise("late");
        var ten = Eventually.get(() -> october("commitments-kept"), rate -> {
            // Never six, seven, eight or nine.
            assertThat(rate.path("n").asInt() == 10 || rate.equals(five)).isTrue();
            return rate.path("n").asInt() == 10;
        });
        assertThat(ten.path("share").asDouble()).isEqualTo(0.3);
        assertThat(ten.path("low").asDouble()).isLessThan(ten.path("share").asDouble());
    }

    @Test
    void tooFewAndNoneLookAlike() {
        promise("kept");
        assertThat(october("commitments-kept").toString()).isEqualTo("{\"under\":5}");
        assertThat(october("rooted-6").toString()).isEqualTo("{\"under\":5}");
    }

    @Test
    void anAnswerThatWasLateStaysLateAndALoopIsClosedOnceAllAreTold() {
        for (int i = 0; i < 5; i++) {
            var idea = UUID.randomUUID().toString();
            int next = 1;
            if (i < 2) {
                say("idea", "idea.answer-late", idea, next++, "\"origin\": \"client\", \"dueOn\": \"2017-10-10\"");
            }
            say("idea", "idea.decided", idea, next++, """
                    "origin": "client", "form": "idea", "area": "own-life", "dueOn": "2017-10-10", "decidedOn": "2017-10-%s",
                    "outcome": "adopted", "byManager": true, "outOfScope": false, "proposers": 1""".formatted(i < 2 ? "20" : "09"));
            if (i < 4) {
                say(
                        "idea",
                        "idea.proposers-told",
                        idea,
                        next,
                        "\"origin\": \"client\", \"toldOn\": \"2017-11-20\", \"proposers\": 1");
            }
        }
        assertThat(shown("ideas-on-time", 5).path("share").asDouble()).isEqualTo(0.6);
        Eventually.holds(() -> october("loop-closed").path("share").asDouble(0) == 0.8);
    }

    @Test
    void pseudoParticipationIsWhatFourThingsLackAndIsHiddenWhereOneOfThemIs() {
        for (int i = 0; i < 5; i++) {
            say("meeting", "meeting.held", UUID.randomUUID().toString(), 1, """
                    "kind": "co-development", "channel": "face-to-face", "heldOn": "2017-10-0%d", "plannedMinutes": 60, "actualMinutes": 60,
                    "startedBy": "professional", "roles": ["professional"%s], "closingQuestion": "not-asked", "mandateStated": %s""".formatted(
                            i + 2, i < 3 ? ", \"client\"" : "", i < 1));
        }
        shown("sessions-with-clients", 5);
        assertThat(october("pseudo-participation").toString()).isEqualTo("{\"under\":5}");
        for (int i = 0; i < 5; i++) {
            var idea = UUID.randomUUID().toString();
            say("idea", "idea.decided", idea, 1, """
                    "origin": "client", "form": "idea", "area": "own-life", "dueOn": "2017-10-10", "decidedOn": "2017-10-09",
                    "outcome": "declined", "byManager": true, "outOfScope": false, "proposers": 1""");
        }
        shown("loop-closed", 5);
        // Lacking: mandate 0.8, answers in time 0, clients 0.4, telling 1.
        assertThat(shown("pseudo-participation", 20).path("share").asDouble()).isEqualTo(0.55);
        var meaning = manager.with("Accept-Language", "en")
                .get("/api/v1/indicators/pseudo-participation")
                .json()
                .path("meaning");
        assertThat(meaning.path("formula").asString()).contains("0.25");
    }

    @Test
    void aUnitsReachIsOfAllItsWorkers() {
        for (int i = 0; i < 5; i++) {
            say(
                    "unit",
                    "unit.workers-reached",
                    UUID.randomUUID().toString(),
                    1,
                    "\"countedOn\": \"2017-11-02\", \"period\": \"2017-10\", \"workers\": 10, \"takingPart\": 4");
        }
        assertThat(shown("reach", 5).path("share").asDouble()).isEqualTo(0.4);
    }

    @Test
    void aClientsMonthThatWentOverIsCountedOnce() {
        for (int i = 0; i < 5; i++) {
            var month = UUID.randomUUID().toString();
            say("unit", "unit.client-month-counted", month, 1, "\"period\": \"2017-10\", \"withinBudget\": true");
            if (i == 0) {
                say("unit", "unit.client-month-counted", month, 2, "\"period\": \"2017-10\", \"withinBudget\": false");
            }
        }
        assertThat(shown("within-time-budget", 5).path("share").asDouble()).isEqualTo(0.8);
    }

    /** Each family of the peer-expert-service is counted; people of the pool belong to no unit. */
    @Test
    void fromAskingToPaid() {
        for (int i = 0; i < 5; i++) {
            var one = UUID.randomUUID().toString();
            say(
                    "peer-request",
                    "peer-request.filled",
                    UUID.randomUUID().toString(),
                    1,
                    "\"kind\": \"pair-work\", \"filledOn\": \"2017-10-10\", \"hoursToFill\": " + (i == 0 ? 169 : 168));
            say(
                    "peer-request",
                    "peer-request.invitation-answered",
                    UUID.randomUUID().toString(),
                    1,
                    "\"kind\": \"pair-work\", \"answeredOn\": \"2017-10-10\", \"accepted\": " + (i < 2));
            say(
                    "peer-expert",
                    "peer-expert.assignment-completed",
                    UUID.randomUUID().toString(),
                    1,
                    "\"minutes\": 60, \"kind\": \"pair-work\", \"inPair\": true, \"doneOn\": \"2017-10-10\", \"person\": \"0123456789abcdef\", \"inMonth\": "
                            + (i + 1));
            say(
                    "claim",
                    "claim.paid",
                    one,
                    1,
                    "\"submittedOn\": \"2017-10-01\", \"paidOn\": \"2017-10-16\", \"days\": " + (i == 0 ? 15 : 14));
        }
        assertThat(shown("filled-in-a-week", 5).path("share").asDouble()).isEqualTo(0.8);
        assertThat(shown("invitations-accepted", 5).path("share").asDouble()).isEqualTo(0.4);
        assertThat(shown("load-spread", 5).path("share").asDouble()).isEqualTo(0.6);
        assertThat(shown("pair-tasks", 5).path("share").asDouble()).isEqualTo(1);
        assertThat(shown("paid-in-14-days", 5).path("share").asDouble()).isEqualTo(0.8);
    }

    @Test
    void whoeverSaysYesLaterOrLeavesEarlyIsCountedWhereTheyWereAskedOrJoined() {
        var asked = LocalDate.of(2017, 10, 4);
        var joined = LocalDate.of(2017, 4, 5);
        assertThat(of(new ClientAsked(asked))).extracting(Fact::holds).containsExactly(0);
        assertThat(of(new ClientAnswered(asked, true, false)))
                .extracting(Fact::holds)
                .containsExactly(1);
        assertThat(of(new PeerExpertJoined(joined, true, "0123456789abcdef")))
                .extracting(fact -> fact.week().month().toString())
                .containsExactly("2017-10");
        assertThat(of(new PeerExpertLeft(joined, LocalDate.of(2017, 10, 4))))
                .extracting(Fact::holds)
                .containsExactly(0);
        assertThat(of(new PeerExpertLeft(joined, LocalDate.of(2017, 10, 5))))
                .extracting(Fact::holds)
                .containsExactly(1);
        var enrolment = new UUID(0, 3);
        assertThat(of(new TrainingStarted(enrolment, joined, false)))
                .extracting(Fact::holds)
                .containsExactly(0);
        assertThat(of(new TrainingCompleted(enrolment, joined, asked, 12, false, true)))
                .extracting(Fact::holds)
                .containsExactly(1, 1);
        assertThat(of(new SupervisionHeld(asked, false)))
                .extracting(Fact::holds)
                .containsExactly(0);
    }

    private static List<Fact> of(Event data) {
        return Fact.of(new Envelope<>(
                Envelope.SPEC_VERSION,
                new UUID(0, 1),
                "/peer-expert-service",
                "type",
                "subject",
                Instant.parse("2017-11-01T08:15:30Z"),
                Envelope.JSON,
                "sovatek",
                1,
                1,
                null,
                data));
    }

    @Test
    void aRebuiltViewGivesTheSameFigures() {
        Stream.of("kept", "kept", "late", "kept", "kept").forEach(this::promise);
        var before = shown("commitments-kept", 5);
        assertThat(manager.post("/api/v1/operations/feedback/views/indicators/rebuild", "")
                        .status())
                .isEqualTo(202);
        Eventually.holds(() -> !manager.get("/api/v1/operations/feedback/views/indicators/rebuild")
                .json()
                .path("underWay")
                .asBoolean());
        assertThat(october("commitments-kept")).isEqualTo(before);
    }

    @Test
    void anotherOrganisationSeesNoFigureOfThese() {
        Stream.of("kept", "kept", "late", "kept", "kept").forEach(this::promise);
        shown("commitments-kept", 5);
        var stranger = Http.at("http://localhost:" + port).bearing(TestIssuer.token("jaana", "jyvaskyla", "manager"));
        var figures = stranger.get("/api/v1/indicators/commitments-kept?unit=%s&year=2017".formatted(unit))
                .json();
        assertThat(figures.at("/periods/9/rate").toString()).isEqualTo("{\"under\":5}");
    }

    @Test
    void theCatalogueIsReadInTheLanguageOfTheReader() {
        var catalogue =
                manager.with("Accept-Language", "fi").get("/api/v1/indicators").json();
        assertThat(catalogue).hasSize(Indicator.values().length + OtherFigure.values().length);
        assertThat(catalogue.get(0).path("name").asString()).isEqualTo("Pidetyt lupaukset");
        assertThat(catalogue.get(0).path("formula").asString()).startsWith("ajallaan pidetyt / ");
        assertThat(catalogue.get(0).path("practice").asString()).isEqualTo("P10");
        assertThat(manager.get("/api/v1/indicators/made-up").status()).isEqualTo(404);
        assertThat(manager.get("/api/v1/indicators/reach?by=day").status()).isEqualTo(400);
    }
}
