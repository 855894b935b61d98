package fi.rinnalla.session.plan;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.session.World;
import fi.rinnalla.session.plan.Proposal.HalfGoal;
import fi.rinnalla.session.plan.Proposal.OtherVoice;
import fi.rinnalla.session.plan.Proposal.State;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class ProposalTest {

    static final String PROPOSAL = """
            {"reason": "Asunto on nyt tärkein.", "answers": "client-wish", "goals": [
              {"source": "client", "words": "Haluan oman oven.", "responsible": "Asumisohjaaja"}]}""";
    static final String AGREEMENT = """
            {"voices": [{"words": "Haetaan tuettua asumista.", "difference":
              {"clientReason": "Yksin on rauha.", "workerReason": "Tuki auttaa alussa."}}]}""";

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    @Test
    void aPlanIsRevisedOnceBothHaveAgreedEachInTheirOwnWords() {
        var plan = world.plan();
        var path = "/api/v1/plans/" + plan;
        var proposal = created(world.client.with("If-Match", "\"1\"").post(path + "/proposals", PROPOSAL));
        assertThat(world.read(world.worker.with("Purpose", "revision"), path)
                        .path("beingBuilt")
                        .asBoolean())
                .isTrue();

        assertThat(world.client
                        .post(path + "/proposals/" + proposal + "/agree", AGREEMENT)
                        .problem())
                .isEqualTo("own-proposal");
        assertThat(created(world.worker.post(path + "/proposals/" + proposal + "/agree", AGREEMENT)))
                .isEqualTo("1");

        var read = world.read(world.client.with("Purpose", "own-plan"), path).path("revision");
        assertThat(read.at("/goals/0/clientWords").asString()).isEqualTo("Haluan oman oven.");
        assertThat(read.at("/goals/0/workerWords").asString()).isEqualTo("Haetaan tuettua asumista.");
        assertThat(read.path("proposedBy").asString()).isEqualTo("client");
        assertThat(read.path("together").asBoolean()).isFalse();
        var said = Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("plan", plan), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/proposedBy").asString()).isEqualTo("client");
        assertThat(said.get(1).at("/data/goalsWithResponsible").asInt()).isEqualTo(1);
        assertThat(said.toString()).doesNotContain("oven", "Asunto", "asumis");
    }

    @Test
    void whoComesSecondLosesNothingTyped() {
        var plan = world.plan();
        var path = "/api/v1/plans/" + plan + "/revisions";
        must(201, world.worker.with("If-Match", "\"1\"").post(path, PlanInTwoVoicesTest.REVISION));

        var second = world.worker
                .with("If-Match", "\"1\"")
                .post(path, PlanInTwoVoicesTest.REVISION.replace("Oma koti.", "Kaksi tuntia kirjoitettua."));

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("changed-since-read");
        assertThat(second.json().at("/yours/goals/1/clientWords").asString()).isEqualTo("Kaksi tuntia kirjoitettua.");
    }

    @Test
    void anAgreementToAPlanThatHasChangedIsGivenBackToo() {
        var plan = world.plan();
        var path = "/api/v1/plans/" + plan;
        var proposal = created(world.client.with("If-Match", "\"1\"").post(path + "/proposals", PROPOSAL));
        must(201, world.worker.with("If-Match", "\"1\"").post(path + "/revisions", PlanInTwoVoicesTest.REVISION));

        var late = world.worker.post(path + "/proposals/" + proposal + "/agree", AGREEMENT);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/yours/voices/0/words").asString()).isEqualTo("Haetaan tuettua asumista.");
        must(204, world.client.post(path + "/proposals/" + proposal + "/withdraw", ""));
        assertThat(world.read(world.client.with("Purpose", "own-plan"), path + "/proposals")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @CsvSource({
        "fi, Tavoitteesta ”Oma koti.” huolehtii nyt Asumisohjaaja. Tätä ehdotti työntekijä.",
        "sv, För målet ”Oma koti.” ansvarar nu Asumisohjaaja. Arbetstagaren föreslog detta.",
        "en, The goal “Oma koti.” is now looked after by Asumisohjaaja. The worker proposed this."
    })
    void whatChangedAndWhoWantedItIsSaidInPlainLanguage(String language, String sentence) {
        var planAndGoal = world.planWithGoal();
        var path = "/api/v1/plans/" + planAndGoal[0];
        must(201, world.worker.with("If-Match", "\"2\"").post(path + "/revisions", """
                {"proposedBy": "worker", "reason": "Vastuu sovittiin", "answers": "meeting", "goals": [
                  {"id": "%s", "source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa.",
                   "responsible": "Asumisohjaaja"}]}""".formatted(planAndGoal[1])));

        var changes = world.read(
                world.client.with("Purpose", "own-plan").with("Accept-Language", language),
                path + "/revisions/2/changes");

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).path("sentence").asString()).isEqualTo(sentence);
    }

    @Test
    void aGoalLetGoIsToldAsSuchAndANewOneAsNew() {
        var planAndGoal = world.planWithGoal();
        var path = "/api/v1/plans/" + planAndGoal[0];
        must(201, world.worker.with("If-Match", "\"2\"").post(path + "/revisions", PlanInTwoVoicesTest.REVISION));
        var changes = world.read(world.client.with("Purpose", "own-plan"), path + "/revisions/2/changes");
        assertThat(changes.valueStream().map(change -> change.path("what").asString()))
                .containsExactly("goal-new", "goal-new", "goal-let-go");
    }

    @Test
    void theClientMaySeeARevisionOtherwiseAndBothViewsAreKept() {
        var plan = world.planWithGoal()[0];
        var path = "/api/v1/plans/" + plan + "/revisions/1/objection";
        must(204, world.client.post(path, "{\"inOwnWords\": \"En sanonut näin.\"}"));
        assertThat(world.client
                        .post(path, "{\"inOwnWords\": \"Toisen kerran.\"}")
                        .problem())
                .isEqualTo("wrong-state");
        assertThat(world.worker.post(path, "{\"inOwnWords\": \"Minäkin.\"}").status())
                .isEqualTo(404);

        var read = world.read(world.worker.with("Purpose", "revision"), "/api/v1/plans/" + plan)
                .path("revision");
        assertThat(read.path("clientSeesOtherwise").asString()).isEqualTo("En sanonut näin.");
        assertThat(read.at("/goals/0/workerWords").asString()).isEqualTo("Haetaan asuntoa.");
        Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("plan", plan), all -> all.size() == 3);
    }

    @ParameterizedTest(name = "{1} by the {2} when {0}")
    @CsvSource({
        "OPEN, agree, WORKER, true", "OPEN, agree, CLIENT, false", "OPEN, withdraw, CLIENT, true",
                "OPEN, withdraw, WORKER, false",
        "AGREED, agree, WORKER, false", "AGREED, agree, CLIENT, false", "AGREED, withdraw, CLIENT, false",
                "AGREED, withdraw, WORKER, false",
        "WITHDRAWN, agree, WORKER, false", "WITHDRAWN, agree, CLIENT, false", "WITHDRAWN, withdraw, CLIENT, false",
                "WITHDRAWN, withdraw, WORKER, false"
    })
    void everyVerbInEveryState(State state, String verb, Source who, boolean allowed) {
        var proposal = new Proposal(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                Source.CLIENT,
                "syy",
                RevisionAnswers.CLIENT_WISH,
                null,
                List.of(new HalfGoal(null, Source.CLIENT, "Oma koti", null)));
        var voices = List.of(new OtherVoice("Haetaan asuntoa", null));
        switch (state) {
            case OPEN -> {}
            case AGREED -> proposal.agree(Source.WORKER, voices);
            case WITHDRAWN -> proposal.withdraw(Source.CLIENT);
        }
        Runnable act = () -> {
            if (verb.equals("agree")) {
                proposal.agree(who, voices);
            } else {
                proposal.withdraw(who);
            }
        };
        if (allowed) {
            act.run();
        } else {
            assertThatThrownBy(act::run).isInstanceOf(Refused.class);
            assertThat(proposal.state()).isEqualTo(state);
        }
    }
}
