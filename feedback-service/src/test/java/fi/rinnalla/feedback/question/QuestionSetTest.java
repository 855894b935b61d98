package fi.rinnalla.feedback.question;

import static fi.rinnalla.feedback.World.created;
import static fi.rinnalla.feedback.World.must;
import static fi.rinnalla.feedback.World.read;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Questions designed together with those who answer. The sets are of kinds of meetings that no other test asks about. */
@RealService
class QuestionSetTest {

    private static final String HEARD = question("heard", "own", "agreement", "Minua kuultiin");

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private static String question(String key, String slot, String scale, String words) {
        return """
                {"key": "%s", "slot": "%s", "scale": "%s", "words": {"fi": "%s", "sv": "%s (sv)", "en": "%s (en)"}}""".formatted(key, slot, scale, words, words, words);
    }

    private String set(String after) {
        return created(world.coordinator.post(
                "/api/v1/question-sets",
                "{\"name\": \"Syksyn kysely\", \"giver\": \"client\", \"after\": \"" + after + "\"}"));
    }

    private Http.Answer draft(String set, String... questions) {
        var etag = String.valueOf(
                world.coordinator.get("/api/v1/question-sets/" + set).header("ETag"));
        return world.coordinator
                .with("If-Match", etag)
                .post(
                        "/api/v1/question-sets/" + set + "/draft",
                        "{\"questions\": [" + String.join(", ", questions) + "]}");
    }

    private void published(String set, String... questions) {
        must(204, draft(set, questions));
        must(204, world.client.post("/api/v1/question-sets/" + set + "/approve", "{\"creditedAs\": \"Antti A.\"}"));
        must(204, world.coordinator.post("/api/v1/question-sets/" + set + "/publish", ""));
    }

    private String page(String kind) {
        var link = must(
                        200,
                        world.worker.postAgain("/api/v1/asks", world.about("").replace("one-to-one", kind)))
                .json()
                .path("link")
                .asString();
        return link.substring(link.indexOf("/a/"));
    }

    @Test
    void aSetGoesFromDraftOverCommentsAndAClientsApprovalToThePageWithCreditGiven() {
        var set = set("group");
        assertThat(world.coordinator
                        .post("/api/v1/question-sets/" + set + "/publish", "")
                        .problem())
                .isEqualTo("nobody-approved");
        must(204, world.client.post("/api/v1/question-sets/" + set + "/comments", """
                {"words": "Aika on hankala kysyä näin", "proposal": %s}""".formatted(
                        question("pace", "own", "agreement", "Sain edetä omaan tahtiin"))));
        var comment = read(world.coordinator, "/api/v1/question-sets/" + set).at("/comments/0");
        assertThat(comment.at("/proposal/key").asString()).isEqualTo("pace");
        assertThat(comment.toString()).as("a comment names nobody").doesNotContain("antti");
        published(
                set,
                HEARD,
                question("pace", "own", "agreement", "Sain edetä omaan tahtiin"),
                question("recommend", "national", "recommendation", "Suosittelisitko?"));
        assertThat(read(world.worker, "/api/v1/question-sets/" + set)
                        .at("/versions/0/credits/0")
                        .asString())
                .isEqualTo("Antti A.");

        var link = page("group");
        assertThat(world.anybody.get(link).body())
                .contains("Sain edetä omaan tahtiin", "name=\"recommend\" value=\"10\"");
        assertThat(world.anybody.get(link + "?lang=sv").body()).contains("Sain edetä omaan tahtiin (sv)");
        must(200, world.anybody.postForm(link, "heard=5&pace=4&recommend=10"));
        assertThat(world.coordinator
                        .post("/api/v1/question-sets/" + set + "/take-back", "")
                        .problem())
                .isEqualTo("version-used");
    }

    @Test
    void whatWasAnsweredToTheOrganisationsOwnQuestionIsReadAsAFigure() {
        published(
                set("doing-together"),
                HEARD,
                question("own-hands", "own", "agreement", "Sain tehdä itse"),
                question("would-tell", "national", "recommendation", "Suosittelisitko?"));
        for (int i = 0; i < 6; i++) {
            must(
                    200,
                    world.anybody.postForm(
                            page("doing-together"),
                            "heard=" + (i % 3 + 3) + "&own-hands=" + (i < 2 ? 5 : 2) + "&would-tell="
                                    + (i < 3 ? 10 : 6)));
        }
        var hands = Eventually.get(
                () -> answered("own-hands"),
                question -> !question.at("/periods/10/rate/share").isMissingNode());
        assertThat(hands.path("words").asString()).isEqualTo("Sain tehdä itse");
        assertThat(hands.at("/periods/10/period").asString()).isEqualTo("2017-11");
        assertThat(hands.at("/periods/10/rate/n").asInt()).isEqualTo(6);
        assertThat(hands.at("/periods/10/rate/share").asDouble()).isEqualTo(0.333);
        assertThat(answered("would-tell").at("/periods/10/rate/share").asDouble())
                .as("9 or 10 of 10")
                .isEqualTo(0.5);
        assertThat(hands.at("/periods/9/rate/under").asInt()).isEqualTo(5);
        assertThat(world.coordinator
                        .get("/api/v1/views/questions?giver=anybody")
                        .status())
                .isEqualTo(400);
    }

    private JsonNode answered(String question) {
        return read(world.manager, "/api/v1/views/questions?year=2017&unit=" + world.unit)
                .path("questions")
                .valueStream()
                .filter(one -> one.path("question").asString().equals(question))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterWhatManyDevelopTogetherItIsAskedWhetherItHadAnEffect() {
        assertThat(world.anybody.get(world.link("")).body()).doesNotContain("vaikutusta");
        for (int i = 0; i < 5; i++) {
            var link = page("circulating");
            assertThat(world.anybody.get(link).body()).contains("Sillä, mitä sanoin, oli vaikutusta");
            must(200, world.anybody.postForm(link, "heard=" + (i + 1) + "&effect=" + (i + 1)));
        }
        var effect = Eventually.get(
                () -> read(world.manager, "/api/v1/indicators/had-effect?year=2017&by=quarter&unit=" + world.unit),
                shown -> !shown.at("/periods/3/rate/n").isMissingNode());
        assertThat(effect.at("/periods/3/rate/share").asDouble()).isEqualTo(0.4);
        assertThat(effect.at("/meaning/practice").asString()).isEqualTo("P17");
    }

    @Test
    void aChangedDraftIsLookedAtAnewAndAnUnusedVersionCanBeTakenBack() {
        var set = set("training-day");
        must(204, world.client.post("/api/v1/question-sets/" + set + "/approve", "{}"));
        must(204, draft(set, HEARD));
        assertThat(world.coordinator
                        .post("/api/v1/question-sets/" + set + "/publish", "")
                        .problem())
                .isEqualTo("nobody-approved");
        must(204, world.client.post("/api/v1/question-sets/" + set + "/approve", "{}"));
        must(204, world.coordinator.post("/api/v1/question-sets/" + set + "/publish", ""));
        must(204, world.coordinator.post("/api/v1/question-sets/" + set + "/take-back", ""));
        assertThat(read(world.coordinator, "/api/v1/question-sets/" + set).path("versions"))
                .isEmpty();
        assertThat(read(world.coordinator, "/api/v1/question-sets/" + set).path("draft"))
                .hasSize(1);
    }

    @Test
    void aQuestionThatIsWordedAnewIsAnotherQuestionAndALockedOneStaysWordForWord() {
        var set = set("family");
        var locked = question("instrument-1", "locked", "agreement", "Sanatarkka väite")
                        .replaceFirst("}$", "")
                + ", \"instrument\": {\"name\": \"Mittari\", \"licence\": \"Lupa 2017 asti\"}}";
        published(set, HEARD, locked);
        assertThat(draft(set, HEARD, locked.replace("Sanatarkka", "Oma")).problem())
                .isEqualTo("same-key-other-words");
        assertThat(draft(set, question("heard", "own", "agreement", "Kuultiinko?"))
                        .problem())
                .isEqualTo("same-key-other-words");
        assertThat(draft(set, HEARD, question("instrument-2", "locked", "agreement", "Ilman lupaa"))
                        .body())
                .contains("instrument-and-licence");
        must(204, draft(set, HEARD, locked));
    }

    @Test
    void aSetThatChangesInTheMiddleOfAWeekLeavesLinksThatAreOutAsTheyWere() {
        var set = set("outreach");
        published(set, HEARD, question("first", "own", "agreement", "Ensimmäinen versio"));
        var early = page("outreach");
        published(set, HEARD, question("second", "own", "agreement", "Toinen versio"));
        var late = page("outreach");
        assertThat(world.anybody.get(early).body())
                .contains("Ensimmäinen versio")
                .doesNotContain("Toinen versio");
        assertThat(world.anybody.get(late).body()).contains("Toinen versio").doesNotContain("Ensimmäinen versio");
        must(200, world.anybody.postForm(early, "heard=2&first=3"));
        must(200, world.anybody.postForm(late, "heard=4&second=3"));
    }

    @Test
    void whatCanNotBeAskedIsToldInWords() {
        var set = set("circulating");
        assertThat(draft(set, question("other", "own", "agreement", "Jotain muuta"))
                        .body())
                .contains("heard-first");
        assertThat(draft(set, question("heard", "own", "words", "Sanoin")).body())
                .contains("one-tap");
        assertThat(draft(set, HEARD, HEARD).body()).contains("keys-differ");
        assertThat(world.peerExpert
                        .post("/api/v1/question-sets/" + set + "/approve", "{}")
                        .status())
                .as("clients' questions are approved by clients")
                .isEqualTo(404);
    }

    @Test
    void afterANetworkMeetingTheClientIsAskedWhetherTheirViewWasHeard() {
        var link = page("network");
        assertThat(world.anybody.get(link).body())
                .contains("Minun näkemykseni kuultiin", "Minulle puhuttiin kuin aikuiselle");
        assertThat(world.anybody.get(world.link(", \"giver\": \"peer-expert\"")).body())
                .contains("merkitykselliseltä")
                .doesNotContain("Minua kuultiin");
    }
}
