package fi.rinnalla.feedback.path;

import static fi.rinnalla.feedback.World.must;
import static fi.rinnalla.feedback.World.read;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.service.arriving.Generations;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What clients draw of the services that they used (P32): the services are assessed, nobody else. */
@RealService
class ServicePathTest {

    private static final String TOPIC = "jonotus";

    @LocalServerPort
    int port;

    @Autowired
    Generations generations;

    World world;
    /** Names of their own, because names are passed for the whole organisation. */
    private String office;

    @BeforeEach
    void people() {
        world = new World(port);
        // In letters alone: digits could look like a phone number.
        office = "toimisto "
                + world.unit
                        .chars()
                        .filter(c -> c != '-')
                        .map(c -> Character.isDigit(c) ? c - '0' + 'k' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private Http.Answer draw(String... steps) {
        return world.client.post(
                "/api/v1/service-paths",
                "{\"unit\": \"%s\", \"steps\": [%s]}".formatted(world.unit, String.join(", ", steps)));
    }

    private static String step(String service, boolean works, String topic) {
        return "{\"service\": \"%s\", \"works\": %s%s}"
                .formatted(service, works, topic.isEmpty() ? "" : ", \"topic\": \"" + topic + "\"");
    }

    private void pass(String name) {
        must(
                204,
                world.coordinator.post(
                        "/api/v1/service-paths/names/decision",
                        "{\"name\": \"" + name + "\", \"decision\": \"passed\"}"));
    }

    private JsonNode view() {
        return read(world.analyst(), "/api/v1/views/service-paths?unit=" + world.unit);
    }

    private List<JsonNode> services() {
        return view().path("periods")
                .valueStream()
                .flatMap(period -> period.path("services").valueStream())
                .toList();
    }

    private JsonNode theOnlyService() {
        return Eventually.get(this::services, shown -> !shown.isEmpty()).getFirst();
    }

    private List<JsonNode> said() {
        return KafkaEar.onInfrastructure().events("feedback").stream()
                .filter(event -> event.path("type").asString().endsWith("service-assessed"))
                .filter(event -> event.at("/data/unit").asString().equals(world.unit))
                .toList();
    }

    private void sixDraw() {
        for (int i = 0; i < 6; i++) {
            must(204, draw(step(office, i == 0, i == 0 ? "" : TOPIC)));
        }
    }

    @Test
    void ofAServiceItIsToldForHowManyItWorksOnceEnoughHaveDrawnIt() {
        pass(office);
        pass(TOPIC);
        sixDraw();
        var shown = theOnlyService();
        assertThat(shown.path("service").asString()).isEqualTo(office);
        assertThat(shown.at("/works/n").asInt()).isEqualTo(6);
        assertThat(shown.at("/works/share").asDouble()).isEqualTo(0.167);
        assertThat(shown.at("/topics/0/topic").asString()).isEqualTo(TOPIC);
        assertThat(shown.at("/topics/0/times").asInt()).isEqualTo(5);
        assertThat(view().path("newTopics").asInt()).isEqualTo(1);
        assertThat(said()).singleElement().satisfies(event -> {
            assertThat(event.at("/data/service").asString())
                    .isEqualTo(shown.path("id").asString());
            assertThat(event.toString()).as("no free text leaves as an event").doesNotContain(office, TOPIC);
        });
    }

    @Test
    void aNameThatWasPassedByMistakeIsWithheldAgainAndIsInNoView() {
        pass(office);
        sixDraw();
        theOnlyService();
        assertThat(read(world.coordinator, "/api/v1/service-paths/names/passed").toString())
                .contains(office);
        must(
                204,
                world.coordinator.post(
                        "/api/v1/service-paths/names/decision",
                        "{\"name\": \"" + office + "\", \"decision\": \"withheld\"}"));
        assertThat(services()).isEmpty();
        pass(office);
        assertThat(services()).hasSize(1);
    }

    @Test
    void onePersonsManyStepsAreOnePath() {
        pass(office);
        must(
                204,
                draw(
                        step(office, true, ""),
                        step(office, false, ""),
                        step(office.toUpperCase(Locale.ROOT), true, ""),
                        step(office, false, ""),
                        step(office, true, "")));
        for (int i = 0; i < 3; i++) {
            must(204, draw(step(office, true, "")));
        }
        restAWhile();
        assertThat(services()).as("four people").isEmpty();
        must(204, draw(step("  " + office, true, "")));
        assertThat(theOnlyService().at("/works/share").asDouble())
                .as("it failed once for one of five")
                .isEqualTo(0.8);
    }

    @Test
    void whereAllAreOfOneMindNothingIsToldUntilSomebodyIsNot() {
        pass(office);
        for (int i = 0; i < 6; i++) {
            must(204, draw(step(office, false, "")));
        }
        restAWhile();
        assertThat(services()).isEmpty();
        must(204, draw(step(office, true, "")));
        assertThat(theOnlyService().at("/works/n").asInt()).isEqualTo(7);
    }

    @Test
    void aPainPointThatFewNamedWaitsForMore() {
        pass(office);
        pass(TOPIC);
        for (int i = 0; i < 6; i++) {
            must(204, draw(step(office, i % 2 == 0, i < 3 ? TOPIC : "")));
        }
        assertThat(theOnlyService().path("topics")).isEmpty();
        for (int i = 0; i < 6; i++) {
            must(204, draw(step(office, i % 2 == 0, i < 3 ? TOPIC : "")));
        }
        var shown = Eventually.get(
                        this::services,
                        services -> services.getFirst().at("/works/n").asInt() == 12)
                .getFirst();
        assertThat(shown.at("/topics/0/times").asInt()).as("three and three").isEqualTo(6);
    }

    @Test
    void aNameIsReadByNobodyBeforeAPersonPassedItAndByThatPersonOnlyWhenEnoughWroteIt() {
        for (int i = 0; i < 4; i++) {
            must(204, draw(step(office, i == 0, "")));
        }
        assertThat(names()).isEmpty();
        must(204, draw(step(office, false, "")));
        must(204, draw(step(office, false, "")));
        assertThat(names()).containsExactly(office);
        restAWhile();
        assertThat(services()).isEmpty();
        assertThat(said()).isEmpty();
        pass(office);
        assertThat(theOnlyService().path("service").asString()).isEqualTo(office);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatOnePersonWritesOfFiveServicesIsWrittenByOne() {
        must(
                204,
                draw(
                        step(office + " a", false, TOPIC),
                        step(office + " b", false, TOPIC),
                        step(office + " c", false, TOPIC),
                        step(office + " d", false, TOPIC),
                        step(office + " e", false, TOPIC)));
        assertThat(names()).isEmpty();
    }

    @Test
    void aNameIsTheSameHoweverItIsWritten() {
        pass("  " + office.toUpperCase(Locale.ROOT));
        sixDraw();
        assertThat(theOnlyService().path("service").asString()).isEqualTo(office);
    }

    private List<String> names() {
        return read(world.coordinator, "/api/v1/service-paths/names?unit=" + world.unit)
                .valueStream()
                .map(name -> name.path("name").asString())
                .toList();
    }

    @Test
    void theSameDrawingSentTwiceIsOne() throws Exception {
        var key = UUID.randomUUID().toString();
        var sender = world.client.with("Idempotency-Key", key);
        for (int i = 0; i < 2; i++) {
            must(
                    204,
                    sender.postAgain(
                            "/api/v1/service-paths",
                            "{\"unit\": \"%s\", \"steps\": [%s]}".formatted(world.unit, step(office, true, ""))));
        }
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void aPersonsNumberIsNotTheNameOfAService() {
        var refused = must(400, draw(step("131052-308T", true, "")));
        assertThat(refused.body()).contains("no-personal-details").doesNotContain("131052");
        assertThat(must(400, draw(step("<b>", true, ""))).body()).contains("name-of-60");
    }

    @Test
    void theViewIsThatOfTheStreamAlsoWhenItIsBuiltAnew() {
        pass(office);
        pass(TOPIC);
        sixDraw();
        theOnlyService();
        var before = view();
        generations.rebuild("heard");
        Eventually.holds(() -> generations.building("heard").isEmpty());
        assertThat(view()).isEqualTo(before);
    }

    // The page, without a login and without a script ------------------------------------------------------------------

    private String page() {
        var link = must(200, world.coordinator.post("/api/v1/doors", "{\"unit\": \"" + world.unit + "\"}"))
                .json()
                .path("path")
                .asString();
        return link.substring(link.indexOf("/u/"));
    }

    @Test
    void aClientDrawsOnThePageBehindADoorAndSeesTheirPathOnce() throws Exception {
        var page = page();
        assertThat(page).as("after the host").hasSizeLessThanOrEqualTo(40);
        var opened = world.anybody.get(page + "?lang=fi");
        assertThat(opened.body())
                .contains("Tässä arvioidaan palveluja, ei sinua", "112")
                .doesNotContain("<script");
        assertThat(opened.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(15_000);
        var form = Pattern.compile("name=\"form\" value=\"([\\w-]+)\"")
                .matcher(opened.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        var fields =
                "steps=4&form=" + form + "&service1=TE-toimisto&works1=no&topic1=Jonotus&service2=Lifti&works2=yes";
        var more = must(200, world.anybody.postForm(page, fields + "&more=yes"));
        assertThat(more.body()).as("nothing is lost").contains("value=\"TE-toimisto\"", "id=\"service8\"");
        assertThat(waiting()).isZero();

        var drawn = must(200, world.anybody.postForm(page, fields));
        assertThat(drawn.body())
                .contains(
                        "<strong>TE-toimisto</strong>",
                        "✗ Ei toimi",
                        "Jonotus",
                        "<strong>Lifti</strong>",
                        "✓ Toimii",
                        "/said");
        assertThat(drawn.header("Cache-Control")).contains("no-store");
        assertThat(must(200, world.anybody.postForm(page, fields)).body())
                .as("sent again it is shown again")
                .contains("TE-toimisto");
        assertThat(waiting()).as("two services, each told once").isEqualTo(2);
    }

    @Test
    void whatHasToBeMendedIsSaidAndWhatWasFilledInStays() throws Exception {
        var page = page();
        var half = must(422, world.anybody.postForm(page, "steps=4&service1=Kela&service2=Lifti&works2=yes"));
        assertThat(half.body())
                .contains("aria-invalid=\"true\"", "id=\"fault1\"", "value=\"Kela\"", "value=\"Lifti\"")
                .doesNotContain("id=\"fault2\"");
        assertThat(must(422, world.anybody.postForm(page, "steps=4")).body()).contains("role=\"alert\"");
        assertThat(must(422, world.anybody.postForm(page, "steps=4&service1=040+123+4567&works1=no"))
                        .status())
                .isEqualTo(422);
        assertThat(waiting()).isZero();
        assertThat(world.anybody.get("/u/nobodys-door-at-all-00/path").status()).isEqualTo(404);
        assertThat(must(404, world.anybody.postForm("/u/nobodys-door-at-all-00/path", "steps=4"))
                        .body())
                .doesNotContain("<form");
    }

    @Test
    void aFloodIsLookedAtBeforeItCounts() throws Exception {
        var page = page();
        for (int i = 0; i < 205; i++) {
            must(
                    200,
                    world.anybody.postForm(
                            page,
                            "steps=1&service1=Lifti&works1=" + (i % 2 == 0 ? "yes" : "no") + "&form=flood-" + world.unit
                                    + i));
        }
        assertThat(read(world.coordinator, "/api/v1/doors/doubtful?unit=" + world.unit)
                        .at("/answers/atLeast")
                        .asInt())
                .isEqualTo(5);
        must(
                204,
                world.coordinator.post(
                        "/api/v1/doors/doubtful/decision", "{\"unit\": \"" + world.unit + "\", \"count\": false}"));
        assertThat(waiting()).isEqualTo(200);
    }

    @Test
    void aCopyOfTheDatabaseTellsNeitherWhatWasDrawnNorWhichServicesOnePersonUsed() throws Exception {
        must(204, draw(step(office, true, ""), step("lifti", false, TOPIC)));
        must(204, draw(step("kela", true, "")));
        try (var admin = Infrastructure.running().admin("feedback");
                var rows = admin.createStatement()
                        .executeQuery(
                                "SELECT count(*), count(DISTINCT xmin::text), count(DISTINCT length(sealed)), string_agg(p::text, ' ') FROM path_waiting p WHERE unit = '"
                                        + world.unit + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
            assertThat(rows.getInt(2)).as("all written anew together").isOne();
            assertThat(rows.getInt(3)).as("of one length").isOne();
            assertThat(rows.getString(4)).doesNotContain(office, TOPIC);
        }
    }

    private int waiting() throws Exception {
        try (var admin = Infrastructure.running().admin("feedback");
                var rows = admin.createStatement()
                        .executeQuery("SELECT count(*) FROM path_waiting WHERE unit = '" + world.unit + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Longer than it takes to let out what may be let out. */
    private static void restAWhile() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
