package fi.rinnalla.feedback.ask;

import static fi.rinnalla.feedback.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A text message, a poster, a tablet and paper, besides the link and its picture. */
@RealService
class WaysOfAskingTest {

    private static final Path MESSAGES = Path.of("target/messages.jsonl");

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private Http.Answer textMessage(String phone, boolean remember) {
        return world.worker.postAgain("/api/v1/asks/text-messages", """
                {"about": %s, "phone": "%s", "remember": %s, "language": "sv"}""".formatted(world.about(""), phone, remember));
    }

    private static String sentTo(String phone) {
        return Eventually.get(
                () -> {
                    try {
                        return Files.readAllLines(MESSAGES).stream()
                                .filter(line -> line.contains(phone))
                                .findFirst()
                                .orElse("");
                    } catch (java.io.IOException notYet) {
                        return "";
                    }
                },
                line -> !line.isEmpty());
    }

    @Test
    void aTextMessageBringsALinkAndTheNumberIsForgotten() throws Exception {
        var phone = "04055" + (10_000 + (int) (Math.random() * 89_999));
        must(204, textMessage(phone, false));
        var message = sentTo(phone);
        assertThat(message).contains("Hur upplevde du besöket?");
        var link = Pattern.compile("/a/[\\w-]+")
                .matcher(message)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        must(200, world.anybody.postForm(link, "heard=4"));
        Eventually.holds(
                () -> tables("message_out").isEmpty() || !tables("message_out").contains(phone));
        assertThat(tables("ask") + tables("asked_lately") + tables("message_out") + tables("answered_request"))
                .doesNotContain(phone);
    }

    @Test
    void aMessageAndAPaperThatAreSentTwiceAreOne() throws Exception {
        var phone = "04066" + (10_000 + (int) (Math.random() * 89_999));
        var twice = world.worker.with("Idempotency-Key", "the-same-" + world.unit);
        for (int i = 0; i < 2; i++) {
            must(204, twice.postAgain("/api/v1/asks/text-messages", """
                    {"about": %s, "phone": "%s", "remember": false}""".formatted(world.about(""), phone)));
            must(204, twice.postAgain("/api/v1/answers", """
                    {"about": %s, "scores": {"heard": 4}, "mayBecomeIdea": false}""".formatted(world.about(""))));
        }
        sentTo(phone);
        var corrected = phone.replaceFirst("04066", "04067");
        must(204, twice.postAgain("/api/v1/asks/text-messages", """
                {"about": %s, "phone": "%s", "remember": false}""".formatted(world.about(""), corrected)));
        assertThat(sentTo(corrected)).as("the number was corrected").isNotEmpty();
        assertThat(count("unit = '" + world.unit + "'")).as("papers").isOne();
        assertThat(Files.readAllLines(MESSAGES).stream().filter(line -> line.contains(phone)))
                .hasSize(1);
        assertThat(tables("door_form")).as("nothing but hashes").doesNotContain("the-same-");
    }

    @Test
    void whoeverWishesToBeRememberedIsNotAskedAgainSoonByAnyUnit() {
        var phone = "04077" + (10_000 + (int) (Math.random() * 89_999));
        must(204, textMessage("+358" + phone.substring(1), false));
        must(204, textMessage(phone, true));
        assertThat(textMessage(phone.substring(0, 3) + " " + phone.substring(3), false)
                        .problem())
                .isEqualTo("asked-lately");
        assertThat(new World(port)
                        .worker
                        .postAgain("/api/v1/asks/text-messages", """
                {"about": %s, "phone": "%s", "remember": false}""".formatted(new World(port).about(""), phone))
                        .problem())
                .isEqualTo("asked-lately");
    }

    private static String tables(String table) {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement()
                        .executeQuery("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")) {
            row.next();
            return row.getString(1);
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String door() {
        var link = read(() -> must(200, world.coordinator.post("/api/v1/doors", "{\"unit\": \"" + world.unit + "\"}")));
        return link.substring(link.indexOf("/u/"));
    }

    private static String read(java.util.function.Supplier<Http.Answer> opened) {
        return opened.get().json().path("link").asString();
    }

    private String formOf(String page) {
        return Pattern.compile("name=\"form\" value=\"([\\w-]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void aPosterLeadsManyToTheSameDoorAndAFormThatIsSentTwiceIsOneAnswer() throws Exception {
        var door = door();
        assertThat(door).isEqualTo(door()).hasSizeLessThanOrEqualTo(40);
        for (var language : new String[] {"fi", "sv"}) {
            var poster = world.anybody.get(door + "/poster?lang=" + language);
            assertThat(poster.body()).contains("<svg", door, "<html lang=\"" + language + "\">", "112");
        }
        var page = world.anybody.get(door).body();
        var first = world.anybody.postForm(door, "heard=5&form=" + formOf(page));
        var code = World.code(first);
        var again = world.anybody.postForm(door, "heard=5&form=" + formOf(page));
        assertThat(World.code(must(200, again)))
                .as("the first thanks may have been lost")
                .isEqualTo(code);
        assertThat(count("unit = '" + world.unit + "'")).isOne();
        assertThat(world.anybody.get("/u/nobodys-door-at-all-00").status()).isEqualTo(404);
    }

    @Test
    void theSameFormManyTimesAtOnceIsOneAnswerWithOneCode() throws Exception {
        var door = door();
        var form = "form=" + formOf(world.anybody.get(door).body());
        try (var senders = Executors.newFixedThreadPool(40)) {
            var sent = senders.invokeAll(Collections.nCopies(
                    120, () -> World.code(must(200, world.anybody.postForm(door, "heard=3&" + form)))));
            assertThat(sent.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        assertThat(count("unit = '" + world.unit + "'")).isOne();
    }

    @Test
    void aTabletForgetsBetweenGiversAndGoesBackByItself() {
        var door = door() + "?tablet=1";
        var page = world.anybody.get(door).body();
        assertThat(page)
                .as("the form sends what it needs by itself")
                .contains("name=\"tablet\" value=\"1\"", "action=\"?lang=fi\"");
        var thanks =
                world.anybody.postForm(door.replace("?tablet=1", "?lang=fi"), "heard=3&tablet=1&form=" + formOf(page));
        assertThat(thanks.header("Refresh")).startsWith("30;url=/u/").endsWith("?tablet=1");
        assertThat(thanks.header("Cache-Control")).contains("no-store");
        assertThat(thanks.body()).contains("Seuraava vastaaja", "katoaa tältä näytöltä itsestään 30 sekunnin");
        var code = World.code(thanks);
        var again = "heard=3&tablet=1&form=" + formOf(page);
        assertThat(World.code(world.anybody.postForm(door, again)))
                .as("a second tap by the same giver")
                .isEqualTo(code);
        var next = world.anybody.get(door);
        assertThat(next.body()).contains("autocomplete=\"off\"").doesNotContain(" checked>");
        assertThat(next.header("Clear-Site-Data"))
                .as("nothing is left for Back to show")
                .isEqualTo("\"cache\"");
        assertThat(must(200, world.anybody.postForm(door, again)).body())
                .as("the next giver went Back and let the browser send it again")
                .contains("Kiitos, vastaus on tallennettu")
                .doesNotContain(code, "class=\"code\"");
        assertThat(must(200, world.anybody.postForm("/r", "code=" + code)).body())
                .as("the giver who wrote it down still has it")
                .contains("Vastauksesi on tallessa");
    }

    @Test
    void aFloodThroughADoorIsNotCountedBeforeSomebodyHasLookedAndLocksNobodyOut() throws Exception {
        var door = door();
        for (int i = 0; i < 215; i++) {
            must(200, world.anybody.postForm(door, "heard=" + (i % 5 + 1) + "&form=flood-" + world.unit + i));
        }
        assertThat(count("unit = '" + world.unit + "' AND doubtful")).isEqualTo(15);
        assertThat(World.read(world.coordinator, "/api/v1/doors/doubtful?unit=" + world.unit)
                        .at("/answers/atLeast")
                        .asInt())
                .isEqualTo(15);
        must(
                204,
                world.coordinator.post(
                        "/api/v1/doors/doubtful/decision", "{\"unit\": \"" + world.unit + "\", \"count\": false}"));
        assertThat(count("unit = '" + world.unit + "' AND doubtful")).isZero();
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("feedback", "sovatek/" + world.unit),
                events -> events.size() >= 200);
        assertThat(said).hasSize(200);
    }

    @Test
    void whatWasWrittenOnPaperIsTypedInAndMarked() throws Exception {
        must(204, world.worker.postAgain("/api/v1/answers", """
                {"about": %s, "scores": {"heard": 4, "adult": 5}, "words": "Kiitos kahvista", "mayBecomeIdea": false}""".formatted(world.about(""))));
        assertThat(count("unit = '" + world.unit + "'")).isOne();
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement()
                        .executeQuery("SELECT way FROM words WHERE unit = '" + world.unit + "'")) {
            row.next();
            assertThat(row.getString(1))
                    .as("a moderator sees that staff typed it")
                    .isEqualTo("PAPER");
        }
        var wrong = world.worker.postAgain("/api/v1/answers", """
                {"about": %s, "scores": {"adult": 5}, "mayBecomeIdea": false}""".formatted(world.about("")));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("/scores", "heard agreement");
        assertThat(world.worker
                        .postAgain("/api/v1/answers", """
                {"about": %s, "scores": {"heard": 9}, "mayBecomeIdea": false}""".formatted(world.about("")))
                        .status())
                .isEqualTo(400);
    }

    private static int count(String condition) throws Exception {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement().executeQuery("SELECT count(*) FROM answer WHERE " + condition)) {
            row.next();
            return row.getInt(1);
        }
    }
}
