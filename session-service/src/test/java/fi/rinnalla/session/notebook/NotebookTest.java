package fi.rinnalla.session.notebook;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealService
class NotebookTest {

    @LocalServerPort
    int port;

    World world;
    String path;
    String goal;

    @BeforeEach
    void aPlanWithAGoal() {
        world = new World(port);
        var planAndGoal = world.planWithGoal();
        path = "/api/v1/plans/" + planAndGoal[0];
        goal = planAndGoal[1];
    }

    private String step(String words, String more) {
        return must(200, world.worker.post(path + "/splits", """
                {"goal": "%s", "goesWell": "Herään ajoissa.", "hardest": "Puhelut.", "rewards": "Kahvi ulkona.",
                 "steps": [{"words": "%s"%s}]}""".formatted(goal, words, more)))
                .json()
                .get(0)
                .asString();
    }

    private JsonNode notebook(Http who) {
        return world.read(who, path + "/notebook");
    }

    @Test
    void aGoalIsSplitWithThreeQuestionsAndAMissedStepIsPausedNeverFailed() {
        var step = step("Soitan asuntotoimistoon.", "");
        must(204, world.client.post(path + "/steps/" + step + "/pause", ""));
        assertThat(notebook(world.client).at("/steps/0/state").asString()).isEqualTo("paused");
        must(204, world.client.post(path + "/steps/" + step + "/resume", ""));
        must(204, world.client.post(path + "/steps/" + step + "/done", "{\"on\": \"2017-11-06\"}"));
        // By mistake: it is put ahead again.
        must(204, world.client.post(path + "/steps/" + step + "/resume", ""));

        var notebook = notebook(world.worker);
        assertThat(notebook.at("/splits/0/hardest").asString()).isEqualTo("Puhelut.");
        assertThat(notebook.at("/steps/0/state").asString()).isEqualTo("ahead");
        assertThat(world.worker
                        .post(path + "/splits", """
                        {"goal": "%s", "goesWell": "a", "hardest": "b", "rewards": "c", "steps": [{"words": "d"}]}""".formatted(UUID.randomUUID()))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/goal");
    }

    @ParameterizedTest(name = "{1} when {0}")
    @CsvSource({
        "AHEAD, done, true", "AHEAD, pause, true", "AHEAD, resume, false",
        "PAUSED, done, true", "PAUSED, pause, false", "PAUSED, resume, true",
        "DONE, done, false", "DONE, pause, false", "DONE, resume, true"
    })
    void everyVerbOfAStepInEveryState(Step.State state, String verb, boolean allowed) {
        var step = new Step(new UUID(0, 1), new UUID(0, 2), null, "Soitto", state, null, null, null);
        Runnable act = () -> {
            switch (verb) {
                case "done" -> step.done(LocalDate.of(2017, 11, 6));
                case "pause" -> step.pause();
                default -> step.resume();
            }
        };
        if (allowed) {
            act.run();
        } else {
            assertThatThrownBy(act::run).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatWorksAndWhatIsRuledOutSurvivesAChangeOfWorker() {
        var calls =
                created(world.worker.post(path + "/means", "{\"words\": \"Puhelut aamulla\", \"verdict\": \"tried\"}"));
        created(world.worker.post(path + "/means", "{\"words\": \"Tekstiviestit\", \"verdict\": \"works-for-me\"}"));
        must(204, world.client.post(path + "/means/" + calls + "/verdict", "{\"verdict\": \"ruled-out\"}"));
        assertThat(world.worker
                        .post(path + "/means/" + calls + "/verdict", "{\"verdict\": \"tried\"}")
                        .status())
                .isEqualTo(404);

        must(204, world.worker.post("/api/v1/clients/" + world.clientId + "/worker-changes", """
                {"worker": "%s", "on": "2018-01-10", "reason": "worker-left", "handoverMet": true}""".formatted(
                        world.login("liisa"))));

        var liisa = world.as("liisa", "professional");
        assertThat(notebook(liisa)
                        .path("means")
                        .valueStream()
                        .map(means -> means.path("verdict").asString()))
                .containsExactly("ruled-out", "works-for-me");
        var again = liisa.post(path + "/splits", """
                {"goal": "%s", "goesWell": "a", "hardest": "b", "rewards": "c", "steps": [{"words": "d", "means": "%s"}]}""".formatted(goal, calls));
        assertThat(again.problem()).isEqualTo("ruled-out");
        assertThat(world.worker.get(path + "/notebook").status()).isEqualTo(404);
    }

    @Test
    void theClientDesignsTheRewardsAndTheWorkerOnlySeesThem() {
        var scheme = """
                {"unit": "sentti", "coins": [{"name": "kupari", "worth": 5}, {"name": "hopea", "worth": 20}, {"name": "kulta", "worth": 50}],
                 "prize": "Elokuvalippu", "price": 70}""";
        assertThat(world.worker.post(path + "/rewards", scheme).status()).isEqualTo(404);
        must(204, world.client.post(path + "/rewards", scheme));
        var gold = step("Käyn näytössä.", "");
        var silver = step("Soitan.", "");
        must(204, world.client.post(path + "/steps/" + gold + "/coin", "{\"coin\": \"kulta\"}"));
        must(204, world.client.post(path + "/steps/" + silver + "/coin", "{\"coin\": \"hopea\"}"));
        assertThat(world.client
                        .post(path + "/steps/" + silver + "/coin", "{\"coin\": \"timantti\"}")
                        .status())
                .isEqualTo(400);
        must(204, world.client.post(path + "/steps/" + gold + "/done", "{\"on\": \"2017-11-06\"}"));
        assertThat(world.client.post(path + "/rewards/prize", "").problem()).isEqualTo("prize-not-yet");
        must(204, world.client.post(path + "/steps/" + silver + "/done", "{\"on\": \"2017-11-07\"}"));
        assertThat(notebook(world.worker).at("/rewards/balance").asInt()).isEqualTo(70);
        must(204, world.client.post(path + "/rewards/prize", ""));

        var rewards = notebook(world.worker).path("rewards");
        assertThat(rewards.path("balance").asInt()).isZero();
        assertThat(rewards.path("ledger")
                        .valueStream()
                        .map(entry -> entry.path("units").asInt()))
                .containsExactly(50, 20, -70);
        // What paid for a prize is not taken back.
        assertThat(world.client.post(path + "/steps/" + gold + "/resume", "").problem())
                .isEqualTo("prize-was-taken");
        assertThat(world.worker.post(path + "/rewards/prize", "").status()).isEqualTo(404);
    }

    @Test
    void strengthsWinsSupportsServicesNetworkAndWhatHelpedAreKeptAndOnlyThatTheyHappenedIsSaid() {
        created(world.worker.post(path + "/strengths", "{\"words\": \"Huumori\"}"));
        created(world.client.post(path + "/wins", "{\"words\": \"Soitin itse\"}"));
        var support = created(world.worker.post(path + "/supports", """
                {"goal": "%s", "kind": "supplementary-income-support", "state": "planned"}""".formatted(goal)));
        must(204, world.worker.post(path + "/supports/" + support + "/state", "{\"state\": \"granted\"}"));
        var service = created(
                world.worker.post(path + "/services", "{\"name\": \"Asumisneuvonta\", \"wantedBy\": \"2017-11-01\"}"));
        must(204, world.worker.post(path + "/services/" + service + "/start", "{\"on\": \"2017-11-13\"}"));
        assertThat(world.worker
                        .post(path + "/services/" + service + "/start", "{\"on\": \"2017-11-14\"}")
                        .problem())
                .isEqualTo("wrong-state");
        created(world.worker.post(
                path + "/network",
                "{\"name\": \"Asumisohjaaja Riitta\", \"task\": \"Hakemukset\", \"goal\": \"%s\"}".formatted(goal)));
        created(world.client.post(path + "/what-helped", "{\"inOwnWords\": \"Se että joku soitti kanssani.\"}"));
        assertThat(world.worker
                        .post(path + "/what-helped", "{\"inOwnWords\": \"Minä\"}")
                        .status())
                .isEqualTo(404);

        var read = notebook(world.client);
        assertThat(read.at("/strengths/0/by").asString()).isEqualTo("worker");
        assertThat(read.at("/wins/0/by").asString()).isEqualTo("client");
        assertThat(read.at("/supports/0/state").asString()).isEqualTo("granted");
        assertThat(read.at("/network/0/goal").asString()).isEqualTo(goal);
        var plan = path.substring(path.lastIndexOf('/') + 1);
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().events("notebook").stream()
                        .filter(event -> event.at("/data/unit").asString("").equals(world.unit))
                        .toList(),
                all -> all.size() == 4);
        assertThat(said)
                .extracting(event -> event.path("type").asString().replace("fi.rinnalla.notebook.", ""))
                .containsExactly("win-named", "support-linked", "service-started", "what-helped-told");
        assertThat(said.get(2).at("/data/daysFromWanted").asInt()).isEqualTo(12);
        assertThat(said.toString()).doesNotContain("Huumori", "Riitta", "income", plan, "soitti");
    }

    @Test
    void twoWhoWriteAtOnceBothKeepTheirWords() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var writes = java.util.stream.IntStream.range(0, 24)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            n -> () -> (n % 2 == 0 ? world.client : world.worker)
                                    .post(path + "/wins", "{\"words\": \"Onnistuminen %d\"}".formatted(n))
                                    .status())
                    .toList();
            for (var done : threads.invokeAll(writes)) {
                assertThat(done.get()).isEqualTo(201);
            }
        }
        assertThat(notebook(world.client).path("wins")).hasSize(24);
    }
}
