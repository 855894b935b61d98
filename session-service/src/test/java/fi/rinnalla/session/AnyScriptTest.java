package fi.rinnalla.session;

import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.RealService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What people write comes back as they wrote it. */
@RealService
class AnyScriptTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åäö šž ŋ Mun lean oaidnán",
                "שלום, אני רוצה בית",
                "أريد بيتا",
                "\u200fعربي\u200e ja suomi",
                "我想要一个家",
                "👩‍👩‍👧 👍🏽 🇫🇮",
                "e\u0301 ja é",
                "<script>alert('x')</script> & \"lainaus\"",
                "Rivi\nvaihto\tja sarkain",
                "'; DROP TABLE plan; --",
                "{{mustache}} ${x} %s"
            })
    void everyScriptSurvives(String words) {
        assertThat(thereAndBack(words)).isEqualTo(words);
    }

    @Test
    void tenThousandCharactersSurviveAlsoWhenEachTakesFourBytes() {
        assertThat(thereAndBack("ö".repeat(10_000))).hasSize(10_000);
        assertThat(thereAndBack("🙂".repeat(10_000))).isEqualTo("🙂".repeat(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nolla\u0000tavu", "kello\u0007", "takaisin\u001b[31m", "\u0085rivi"})
    void controlCharactersAreRefusedWithTheirPlace(String words) {
        var refused = world.client.post("/api/v1/ideas", body(words));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/words");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("control-characters");
    }

    @Test
    void halfACharacterIsNone() {
        var half = world.client.post("/api/v1/ideas", body("puolikas HALF").replace("HALF", "\\ud83d"));
        assertThat(half.json().at("/errors/0/code").asString()).as(half.body()).isEqualTo("control-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void emptyWordsAreNoWords(String words) {
        assertThat(world.client
                        .post("/api/v1/ideas", body(words))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("1-to-10000-characters");
        assertThat(world.client.post("/api/v1/ideas", body("a".repeat(10_001))).status())
                .isEqualTo(400);
    }

    private String thereAndBack(String words) {
        var idea = World.created(world.client.post("/api/v1/ideas", body(words)));
        return must(200, world.client.get("/api/v1/ideas/" + idea))
                .json()
                .path("words")
                .asString();
    }

    private String body(String words) {
        return "{\"unit\": \"%s\", \"origin\": \"client\", \"area\": \"own-life\", \"words\": %s}"
                .formatted(world.unit, JSON.writeValueAsString(words));
    }
}
