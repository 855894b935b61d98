package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class PrivateAnswerTest {

    @LocalServerPort
    int port;

    Http worker;
    Http client;

    @BeforeEach
    void people() {
        var service = Http.at("http://localhost:" + port);
        worker = service.bearing(TestIssuer.token("mikko", "sovatek", "professional"));
        client = service;
    }

    private String link(String unit) {
        var ask = worker.postAgain("/api/v1/asks", """
                {"unit": "%s", "week": "2017-W44", "kind": "one-to-one", "channel": "face-to-face",
                 "withPeerExpert": true}""".formatted(unit));
        assertThat(ask.status()).as(ask.body()).isEqualTo(200);
        var link = ask.json().path("link").asString();
        return link.substring(link.indexOf("/a/"));
    }

    @Test
    void openingALinkAHundredTimesSpendsNothingAndAnAnswerSpendsIt() {
        var link = link("avaamisia");
        for (int i = 0; i < 100; i++) {
            assertThat(client.get(link).status()).isEqualTo(200);
        }
        assertThat(client.postForm(link, "heard=5&time=4").status()).isEqualTo(200);
        assertThat(client.get(link).status()).isEqualTo(404);
    }

    @Test
    void aUsedAnUnknownAndAMadeUpLinkGetTheSamePage() {
        var link = link("samoja");
        client.postForm(link, "heard=5");

        var used = client.get(link);
        assertThat(client.get("/a/unknownunknownunknown0").body()).isEqualTo(used.body());
        assertThat(client.get("/a/x").body()).isEqualTo(used.body());
        assertThat(client.postForm(link, "heard=5").body()).isEqualTo(used.body());
        assertThat(client.get("/a/x").status()).isEqualTo(used.status());
    }

    @Test
    void anExpiredLinkGetsThatPageTooAndStoresNothing() throws Exception {
        var link = link("vanhentunut");
        assertThat(client.get(link).status()).isEqualTo(200);
        try (var admin = Infrastructure.running().admin("feedback")) {
            admin.createStatement().execute("UPDATE ask SET expires_on = DATE '2017-11-06' WHERE unit = 'vanhentunut'");
            assertThat(client.get(link).body()).isEqualTo(client.get("/a/x").body());
            assertThat(client.postForm(link, "heard=5").status()).isEqualTo(404);
            try (var row =
                    admin.createStatement().executeQuery("SELECT count(*) FROM answer WHERE unit = 'vanhentunut'")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void ofTwoPostsAtOnceOneIsStored() throws Exception {
        for (int round = 0; round < 10; round++) {
            var link = link("yhtaikaa");
            Callable<Integer> post = () -> client.postForm(link, "heard=3").status();
            try (var two = Executors.newFixedThreadPool(2)) {
                var statuses = two.invokeAll(List.of(post, post)).stream()
                        .map(done -> done.resultNow())
                        .sorted()
                        .toList();
                assertThat(statuses).containsExactly(200, 404);
            }
        }
    }

    @Test
    void onABadNetworkTheSameFormSentAgainGetsTheSameCodeAndNobodyElseDoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            var link = link("huonoverkko");
            var form = Pattern.compile("name=\"form\" value=\"([\\w-]{22})\"")
                    .matcher(client.get(link).body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            Callable<Http.Answer> post = () -> client.postForm(link, "heard=4&words=Kiitos&form=" + form);
            try (var three = Executors.newFixedThreadPool(3)) {
                var codes = three.invokeAll(List.of(post, post, post)).stream()
                        .map(done -> World.code(done.resultNow()))
                        .distinct()
                        .toList();
                assertThat(codes).hasSize(1);
                assertThat(World.code(post.call())).isEqualTo(codes.getFirst());
                assertThat(client.postForm("/r", "code=" + codes.getFirst()).body())
                        .contains("Kiitos");
            }
            assertThat(client.postForm(link, "heard=4&form=somebody-elses-word-00")
                            .status())
                    .as("whoever gave the link does not get the code")
                    .isEqualTo(404);
            assertThat(client.postForm(link("huonoverkko"), "heard=4&form=" + form)
                            .status())
                    .as("of another link it is another answer")
                    .isEqualTo(200);
        }
    }

    @Test
    void aMissingAnswerIsAskedForAndTheLinkStays() {
        var link = link("puuttuvia");
        var missing = client.with("Accept-Language", "sv").postForm(link, "words=Hej");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("Välj ett svar", "Hej", "role=\"alert\"");
        assertThat(client.get(link).status()).isEqualTo(200);
    }

    @Test
    void theLinkIsShortAndThePageIsSmallWithoutScriptOrCookie() {
        var link = link("pienia");
        assertThat(link).hasSizeLessThanOrEqualTo(40);
        for (var language : List.of("fi", "sv", "en")) {
            var page = client.get(link + "?lang=" + language);
            assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(15_000);
            assertThat(page.body()).contains("<html lang=\"" + language + "\">").doesNotContain("<script");
            assertThat(page.header("Set-Cookie")).isNull();
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        }
    }

    @Test
    void answersAreSaidOnlyOnceTheyAreEnoughAndThenAllTogether() {
        for (int i = 0; i < 4; i++) {
            client.postForm(link("vahan"), "heard=" + (i + 2));
        }
        for (int i = 0; i < 6; i++) {
            client.postForm(link("tarpeeksi"), "heard=" + (i % 5 + 1));
        }
        var said = Eventually.get(
                () -> KafkaEar.onInfrastructure().eventsOf("feedback", "sovatek/tarpeeksi"),
                events -> events.size() == 6);

        assertThat(said).allSatisfy(event -> {
            assertThat(event.at("/data/releaseSize").asInt()).isEqualTo(6);
            assertThat(event.at("/data/period").asString()).isEqualTo("2017-W44");
            assertThat(event.at("/data/withPeerExpert").asBoolean()).isTrue();
        });
        assertThat(KafkaEar.onInfrastructure().eventsOf("feedback", "sovatek/vahan"))
                .isEmpty();
    }

    @Test
    void aWeekThatIsOverAndReleasedIsFrozenAndLaterAnswersGoToItsMonth() {
        for (var batch : List.of(6, 6)) {
            for (int i = 0; i < batch; i++) {
                client.postForm(link("jaatynyt"), "heard=" + (i % 5 + 1));
            }
            int soFar = KafkaEar.onInfrastructure()
                    .eventsOf("feedback", "sovatek/jaatynyt")
                    .size();
            Eventually.holds(() -> KafkaEar.onInfrastructure()
                            .eventsOf("feedback", "sovatek/jaatynyt")
                            .size()
                    == soFar + batch);
        }
        assertThat(KafkaEar.onInfrastructure().eventsOf("feedback", "sovatek/jaatynyt"))
                .extracting(event -> event.at("/data/period").asString())
                .containsExactly(
                        "2017-W44",
                        "2017-W44",
                        "2017-W44",
                        "2017-W44",
                        "2017-W44",
                        "2017-W44",
                        "2017-11",
                        "2017-11",
                        "2017-11",
                        "2017-11",
                        "2017-11",
                        "2017-11");
    }

    @Test
    void aFigureIsShownFromFiveOnAndAnEmptyOneLooksLikeAHiddenOne() {
        for (int i = 0; i < 6; i++) {
            client.postForm(link("nakyva"), "heard=" + (i % 2 + 4));
        }
        for (int i = 0; i < 4; i++) {
            client.postForm(link("piilossa"), "heard=" + (i % 2 + 4));
        }
        var shown = Eventually.get(
                () -> october("nakyva"), month -> month.path("all").has("n"));

        assertThat(shown.at("/all/n").asInt()).isEqualTo(6);
        assertThat(shown.at("/all/share").asDouble()).isEqualTo(1.0);
        assertThat(october("piilossa").path("all"))
                .isEqualTo(october("ei-ole-olemassa").path("all"));
        assertThat(october("piilossa").at("/all/under").asInt()).isEqualTo(5);
    }

    private tools.jackson.databind.JsonNode october(String unit) {
        // Thursday of week 44 is 2 November
        return worker.get("/api/v1/views/heard?unit=" + unit + "&year=2017")
                .json()
                .path("periods")
                .get(10);
    }

    @Test
    void whereRowsStandTellsNothingOfWhenTheyCame() throws Exception {
        for (int i = 0; i < 4; i++) {
            client.postForm(link("jarjestys"), "heard=" + (i + 1));
        }
        var orders = new java.util.HashSet<List<String>>();
        var transactions = new java.util.HashSet<Long>();
        try (var admin = Infrastructure.running().admin("feedback")) {
            for (int i = 0; i < 30; i++) {
                // Every later arrival rewrites the unit's rows; a link that is not answered does not.
                admin.createStatement()
                        .execute("SELECT set_config('app.organisation', 'sovatek', false), shuffle('jarjestys')");
                var row = admin.createStatement()
                        .executeQuery("SELECT id::text, xmin::text FROM answer WHERE unit = 'jarjestys' ORDER BY ctid");
                var order = new ArrayList<String>();
                transactions.clear();
                while (row.next()) {
                    order.add(row.getString(1));
                    transactions.add(row.getLong(2));
                }
                orders.add(order);
                assertThat(transactions).hasSize(1);
            }
        }
        assertThat(orders).hasSizeGreaterThan(5);
    }

    @Test
    void aReturnCodeTellsWhatBecameOfTheAnswerAndIsNotStored() throws Exception {
        var thanks = client.postForm(link("koodi"), "heard=5&words=Soita+040+123+4567+tai+maija%40esimerkki.fi");
        var code = thanks.body().replaceAll("(?s).*class=\"code\">([^<]+)<.*", "$1");

        var receipt = client.postForm("/r", "code=" + code.toLowerCase(Locale.ROOT));
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body()).contains("odottaa tarkistusta").doesNotContain("040", "esimerkki.fi");
        assertThat(client.postForm("/r", "code=AAAA-AAAA-AAAA-AAAA").status()).isEqualTo(404);
    }

    @Test
    void askingForTheSameLinkTwiceGivesTwoAndKeepsNoneOfTheCall() throws Exception {
        assertThat(link("kahdesti")).isNotEqualTo(link("kahdesti"));
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM answered_request WHERE convert_from(coalesce(body, ''), 'UTF8') LIKE '%/a/%'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }
}
