package fi.rinnalla.feedback.theme;

import static fi.rinnalla.feedback.World.created;
import static fi.rinnalla.feedback.World.must;
import static fi.rinnalla.feedback.World.read;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From what somebody wrote to what was done, read with the return code; two pairs of eyes where somebody may be named. */
@RealService
class YouSaidWeDidTest {

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    /** With enough others, so that a moderator sees any. */
    private String wrote(String words, String more) {
        for (int i = 0; i < 4; i++) {
            world.answer("heard=" + (i % 3 + 1) + "&words=jotain");
        }
        return world.answer("heard=2&words=" + words + more);
    }

    private JsonNode held(String part) {
        return all("/api/v1/words/held", part);
    }

    private JsonNode all(String path, String part) {
        var next = "";
        do {
            var page = read(world.coordinator, path + "?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var words : page.path("items")) {
                if (words.path("unit").asString().equals(world.unit)
                        && words.path("words").asString().contains(part)) {
                    return words;
                }
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        throw new AssertionError("no words with " + part);
    }

    private Http.Answer decide(Http who, JsonNode words, String body) {
        return who.with("If-Match", "\"" + words.path("version").asLong() + "\"")
                .post("/api/v1/words/" + words.path("id").asString() + "/decision", body);
    }

    @Test
    void whereSomebodyMayBeNamedTwoPeopleReadAndTheGiverSeesWhatWasRemoved() {
        var code = wrote("Siellä+oli+Pekka+Virtanen,+soita+040+123+4567", "");
        var words = held("Pekka");
        assertThat(words.path("words").asString()).doesNotContain("123");
        assertThat(words.path("namesSomebody").asBoolean()).isTrue();
        must(204, decide(world.coordinator, words, "{\"decision\": \"passed\", \"remove\": [\"Pekka Virtanen\"]}"));
        var once = held("Siellä oli");
        assertThat(once.path("readOnce").asBoolean()).isTrue();
        assertThat(decide(world.coordinator, once, "{\"decision\": \"passed\"}").problem())
                .isEqualTo("another-reads");
        must(204, decide(world.otherCoordinator, once, "{\"decision\": \"passed\"}"));
        assertThat(all("/api/v1/words", "Siellä oli").path("words").asString()).doesNotContain("Pekka");
        assertThat(world.receipt(code, "").body())
                .contains("poisti tekstistäsi kohdan", "peitettiin puhelinnumero", "▒▒▒");
    }

    @Test
    void whatIsRemovedIsAsItStandsInTheText() {
        wrote("odotin+kauan", "");
        assertThat(decide(world.coordinator, held("odotin"), "{\"decision\": \"passed\", \"remove\": [\"kukaan\"]}")
                        .body())
                .contains("not-in-the-text");
    }

    @Test
    void aReplyIsReadWithTheReturnCodeAndOnTheUnitsPageAndTheStreamTellsItWithoutWords() {
        var code = wrote("aulassa+oli+kylmä", "&idea=yes");
        var theme = created(world.coordinator.post(
                "/api/v1/themes", "{\"unit\": \"%s\", \"name\": \"Aula\"}".formatted(world.unit)));
        var words = held("kylmä");
        assertThat(words.path("mayBecomeIdea").asBoolean()).isTrue();
        must(204, decide(world.coordinator, words, "{\"decision\": \"passed\", \"theme\": \"" + theme + "\"}"));
        assertThat(world.receipt(code, "").body()).doesNotContain("Vastaus aiheeseen");
        must(204, world.manager.post("/api/v1/themes/" + theme + "/replies", """
                {"words": "Lämmitys on korjattu 1.12.", "decision": "0197a1c0-0000-7000-8000-000000000007"}"""));
        assertThat(world.receipt(code, "").body()).contains("Vastaus aiheeseen:", "Lämmitys on korjattu");
        var door = must(200, world.coordinator.post("/api/v1/doors", "{\"unit\": \"" + world.unit + "\"}"))
                .json()
                .path("link")
                .asString();
        assertThat(world.anybody
                        .get(door.substring(door.indexOf("/u/")) + "/said")
                        .body())
                .contains("Te kerroitte, me teimme", "Aula", "Lämmitys on korjattu");
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("feedback", theme), events -> events.size() == 2);
        assertThat(said.toString()).contains("theme-raised", "theme-replied").doesNotContain("Aula", "Lämmitys");
    }

    @Test
    void anAnswerCanBeTakenBackAndNothingOfItIsLeft() {
        var code = wrote("ottaisin+takaisin", "");
        assertThat(world.receipt(code, "&take-back=yes").body()).contains("Vastauksesi on poistettu");
        assertThat(world.receipt(code, "").status()).isEqualTo(404);
        var left = new ArrayList<String>();
        read(world.coordinator, "/api/v1/words/held?limit=100")
                .path("items")
                .forEach(words -> left.add(words.path("words").asString()));
        assertThat(left).noneMatch(words -> words.contains("ottaisin takaisin"));
    }
}
