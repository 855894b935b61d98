package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A yes by the link of an invitation: by whoever is invited, the terms in sight, once. */
@RealService
class AcceptByLinkTest {

    @LocalServerPort
    int port;

    World world;
    Http anybody;

    @BeforeEach
    void people() {
        world = new World(port);
        anybody = Http.at("http://localhost:" + port);
    }

    private String invited(String request, String peer) {
        return world.invited(request, "together", peer)
                .at("/invitations/0/link")
                .asString();
    }

    private static String form(Http who, String yes, String more) {
        var page = must(200, who.get(yes)).body();
        var seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(seen.find()).as(page).isTrue();
        return "seen=" + seen.group(1) + more;
    }

    private List<JsonNode> tasks(Http who) {
        return world.read(who, "/api/v1/assignments?limit=100")
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void theLinkOffersAYesFirstAndShowsNoLabelWithoutItsText() {
        var bare = must(200, anybody.get(invited(world.request(""), world.sariId) + "?lang=fi"))
                .body();
        assertThat(bare)
                .contains("class=\"button\"", "/yes?lang=fi\">Kyllä, otan tehtävän", "31.10.2999, ", "50,00 €")
                .doesNotContain("kello ,", "<dt>Missä", "Mistä on kyse", "<dd></dd>", "<dt></dt>");
        assertThat(bare.indexOf("Kyllä, otan tehtävän")).isLessThan(bare.indexOf("En tällä kertaa"));
        var full = must(
                        200,
                        anybody.get(invited(
                                        world.request("\"at\": \"13:30\", \"briefing\": \"Odotustilasta\","
                                                + " \"where\": {\"remote\": false, \"name\": \"Kauppakatu 10\"}"),
                                        world.sariId)
                                + "?lang=fi"))
                .body();
        assertThat(full).contains("kello 13.30", "<dt>Missä</dt><dd>Kauppakatu 10", "Mistä on kyse", "Odotustilasta");
    }

    @Test
    void whoeverIsInvitedReadsTheTermsAndAcceptsByOneButton() {
        var link = invited(world.request("\"at\": \"13:30\""), world.sariId);
        var yes = link + "/yes";
        var page = must(200, world.sari.with("X-Form-Token", "a-form-token").get(yes + "?lang=sv"));
        assertThat(page.body())
                .contains(
                        "50,00 €",
                        "Resor</dt><dd>Ersätts</dd>",
                        "Förberedelse</dt><dd>30 minuter, ingår i uppdraget och betalas",
                        "Avslutande samtal</dt><dd>15 minuter",
                        "TE-toimistosta",
                        "Ja, jag tar uppdraget",
                        "name=\"_csrf\" value=\"a-form-token\"")
                .doesNotContain("<script", world.sariName);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(tasks(world.sari)).as("reading accepts nothing").isEmpty();

        var answer = must(303, world.sari.postForm(yes + "?lang=sv", form(world.sari, yes, "&fee=yes")));
        assertThat(answer.header("Location")).isEqualTo(yes + "?lang=sv");
        assertThat(must(200, world.sari.get(yes + "?lang=sv")).body())
                .contains("Uppdraget är avtalat", "50,00 €")
                .doesNotContain("<form");
        assertThat(tasks(world.sari))
                .singleElement()
                .matches(task -> task.at("/terms/cents").asInt() == 5000);
        assertThat(must(200, anybody.get(link + "?lang=en")).body())
                .contains("You have taken this task")
                .doesNotContain("<form", "class=\"button\"");
        must(
                204,
                world.sari.post(
                        "/api/v1/assignments/"
                                + tasks(world.sari).getFirst().path("id").asString() + "/give-back",
                        "{}"));
        assertThat(must(200, world.sari.get(yes + "?lang=en")).body())
                .as("what is no longer agreed on is not said to be")
                .contains("handed back")
                .doesNotContain("The task is agreed on", "<form");
    }

    @Test
    void theFeeMayBeLeftAndTheReceiptSaysSo() {
        var yes = invited(world.request(""), world.sariId) + "/yes";
        must(303, world.sari.postForm(yes, form(world.sari, yes, "&fee=no")));
        assertThat(must(200, world.sari.get(yes)).body())
                .contains("Otat tehtävän ilman palkkiota")
                .doesNotContain("50,00");
        assertThat(tasks(world.sari))
                .singleElement()
                .matches(task -> task.at("/terms/cents").asInt() == 0);
    }

    @Test
    void toEverybodyElseTheInvitationIsNotThereAndNothingIsAccepted() {
        var yes = invited(world.request(""), world.sariId) + "/yes";
        var form = form(world.sari, yes, "&fee=yes");
        var absent = must(404, world.sari.get("/k/nothing/yes")).body();
        for (var other : List.of(
                anybody,
                world.kimmo,
                world.coordinator,
                world.as("sari", "professional"),
                anybody.bearing(TestIssuer.token(world.login("sari"), "jyvaskyla", "peer-expert")))) {
            assertThat(must(404, other.get(yes)).body()).isEqualTo(absent);
            assertThat(must(404, other.postForm(yes, form)).body()).isEqualTo(absent);
        }
        assertThat(tasks(world.sari)).isEmpty();
        assertThat(must(200, world.sari.get(yes)).body()).contains("Kyllä, otan tehtävän");
    }

    @Test
    void tappedTwiceAlsoAtOnceItIsOneYes() throws Exception {
        var yes = invited(world.request(""), world.sariId) + "/yes";
        var form = form(world.sari, yes, "&fee=yes");
        Callable<Http.Answer> tap = () -> world.sari.postForm(yes, form);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(tap, tap, tap, tap))) {
                // The first is sent on to the receipt; whoever came second sees it at once.
                assertThat(answer.resultNow().status()).isIn(200, 303);
            }
        }
        must(303, tap.call());
        assertThat(must(200, world.sari.get(yes)).body()).contains("Tehtävästä on sovittu");
        assertThat(tasks(world.sari)).hasSize(1);
    }

    @Test
    void termsThatChangedMeanwhileAreReadBeforeTheyAreAccepted() {
        var request = world.request("");
        var yes = invited(request, world.sariId) + "/yes";
        var form = form(world.sari, yes, "&fee=yes");
        must(
                204,
                world.coordinator
                        .with(
                                "If-Match",
                                String.valueOf(world.coordinator
                                        .get("/api/v1/requests/" + request)
                                        .header("ETag")))
                        .post(
                                "/api/v1/requests/" + request + "/terms",
                                World.TERMS
                                        .replace("5000", "2000")
                                        .replace("\"travelPaid\": true", "\"travelPaid\": false")));
        var refused = must(409, world.sari.postForm(yes, form)).body();
        assertThat(refused).contains("Ehdot, aika tai paikka ovat muuttuneet", "20,00 €", "Matkat</dt><dd>Ei korvata");
        assertThat(must(409, world.sari.postForm(yes, "")).body()).contains("ovat muuttuneet");
        assertThat(tasks(world.sari)).isEmpty();
        must(303, world.sari.postForm(yes, form(world.sari, yes, "")));
        assertThat(tasks(world.sari)).hasSize(1);
    }

    @Test
    void aYesThatCanNotBeSaysWhyInPlainWords() {
        var taken = invited(world.request(""), world.sariId) + "/yes";
        var same = invited(world.request(""), world.sariId) + "/yes";
        must(303, world.sari.postForm(taken, form(world.sari, taken, "")));
        assertThat(must(409, world.sari.postForm(same, form(world.sari, same, "")))
                        .body())
                .contains("Sinulla on jo toinen tehtävä samaan aikaan");

        var lost = world.invited(world.request("\"on\": \"2999-12-01\""), "together", world.sariId);
        var withdrawn = lost.at("/invitations/0/link").asString() + "/yes";
        var form = form(world.sari, withdrawn, "");
        must(
                204,
                world.coordinator.post(
                        "/api/v1/invitations/"
                                + lost.at("/invitations/0/invitation").asString() + "/withdraw",
                        "{}"));
        assertThat(must(409, world.sari.postForm(withdrawn, form)).body())
                .contains("Kutsun vastausaika on päättynyt", "Kutsu ei ole enää voimassa")
                .doesNotContain("<form");
        assertThat(tasks(world.sari)).hasSize(1);
    }

    @Test
    void aPersonWhoMistypesTheAddressReadsAPageAndAProgramAProblem() {
        var person = anybody.with("Accept", "text/html,*/*;q=0.8").with("Accept-Language", "fi");
        assertThat(must(404, person.get("/k/a/b/c")).body()).contains("Tässä osoitteessa ei ole mitään");
        assertThat(must(405, person.postForm("/openapi/peer-expert-service.json", "a=b"))
                        .body())
                .contains("Pyyntöä ei voitu käsitellä");
        assertThat(must(404, anybody.get("/k/a/b/c")).problem()).isEqualTo("not-found");
        assertThat(must(401, person.get("/api/v1/invitations")).problem()).isEqualTo("not-logged-in");
    }

    @Test
    void eachTextIsThereInThreeLanguages() {
        for (var folder : List.of("/invitation", "/notice", "/matching", "/problem")) {
            var finnish = Language.FI.texts(folder);
            for (var language : Language.values()) {
                assertThat(language.texts(folder).keySet())
                        .as(folder + language)
                        .isEqualTo(finnish.keySet());
                assertThat(language.texts(folder).values())
                        .as(folder + language)
                        .noneMatch(text -> text.toString().isBlank());
            }
        }
    }
}
