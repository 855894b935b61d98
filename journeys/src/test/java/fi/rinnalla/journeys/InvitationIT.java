package fi.rinnalla.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.rinnalla.journeys.Chromium.noBarriers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fi.rinnalla.local.seeds.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that a link opens, on a phone: an invitation's yes, an address that is not there, a shared tablet. */
class InvitationIT {

    private static final double PATIENCE = 60_000;

    private static Chromium chromium;
    private static Visitor kaisa;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        kaisa = Running.as("kaisa.koordinaattori");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static BrowserContext phone(String locale, boolean script) {
        var phone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setJavaScriptEnabled(script)
                        .setViewportSize(360, 760));
        phone.setDefaultTimeout(PATIENCE);
        return phone;
    }

    private static Visitor.Answer post(String path, Object body) {
        var answer = kaisa.post(path, body, UUID.randomUUID().toString(), null);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }

    /** An invitation of a peer expert to a task on this day, as the text message has it. */
    private static String invited(String login, String day) {
        var request = post(
                        "/api/v1/requests",
                        Map.of(
                                "unit",
                                "lifti",
                                "kind",
                                "co-development",
                                "on",
                                day,
                                "at",
                                "13:00",
                                "minutes",
                                120,
                                "where",
                                Map.of("remote", false, "name", "Kauppakatu 10"),
                                "briefing",
                                "Mietitään odotustilaa yhdessä asiakkaiden kanssa.",
                                "terms",
                                Map.of(
                                        "compensation",
                                        "fee",
                                        "cents",
                                        6000,
                                        "travelPaid",
                                        true,
                                        "preparationMinutes",
                                        30,
                                        "debriefMinutes",
                                        30,
                                        "benefitNote",
                                        "Kysy etuuden maksajalta ennen kuin hyväksyt.")))
                .header("Location");
        var peer = kaisa.get("/api/v1/peer-experts?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("login").asString().equals(login))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        return Running.system().address()
                + post(request + "/invitations", Map.of("peerExperts", List.of(peer), "mode", "together"))
                        .json()
                        .at("/invitations/0/link")
                        .asString();
    }

    private static void logIn(Page page, String login) {
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(login);
        page.locator("button").click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pages", name + ".png"))
                .setFullPage(true));
    }

    private static void isWhole(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        noBarriers(page);
        assertThat((int) (Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(360);
    }

    @ParameterizedTest
    @CsvSource({
        "fi, sari.kokemus, 2999-03-01, 'Kyllä, otan tehtävän', Tehtävästä on sovittu",
        "sv, kimmo.kokemus, 2999-03-02, 'Ja, jag tar uppdraget', Uppdraget är avtalat"
    })
    void aYesLeadsThroughTheLoginToTheTermsAndOneButtonAcceptsThem(
            String language, String login, String day, String yes, String agreed) {
        var link = invited(login, day) + "?lang=" + language;
        // The phone itself speaks English: the language that was chosen goes along, also to the login.
        try (var phone = phone("en-GB", true)) {
            var page = phone.newPage();
            page.navigate(link);
            isWhole(page, language);
            picture(page, "invitation-" + language);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(yes))
                    .click();
            isWhole(page, language);
            picture(page, "login-" + language);
            assertThat(page.url()).doesNotContain("/k/");
            logIn(page, login);

            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(yes)))
                    .isVisible();
            assertThat(page.getByText("60,00 €").first()).isVisible();
            isWhole(page, language);
            picture(page, "terms-" + language);

            var left = phone.newPage(); // open in a second tab, and forgotten there
            left.navigate(page.url());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(yes))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(agreed)))
                    .isVisible();
            isWhole(page, language);
            picture(page, "receipt-" + language);

            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).hasText(agreed);
            assertThat(page.locator("form")).hasCount(0);
            left.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(yes))
                    .click();
            assertThat(left.locator("h1")).hasText(agreed);
        }
        assertThat(Running.as(login)
                        .get("/api/v1/assignments?limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(task -> task.path("plannedOn").asString().equals(day)))
                .as("tapped twice it is one task")
                .hasSize(1);
    }

    @Test
    void itWorksWithoutScriptAndALoginThatEndedMeanwhileLosesNothing() throws IOException {
        var link = invited("sari.kokemus", "2999-03-03");
        try (var phone = phone("fi-FI", false)) {
            var page = phone.newPage();
            page.navigate(link);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kyllä, otan tehtävän"))
                    .click();
            logIn(page, "sari.kokemus");
            var without = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Otan tehtävän ilman palkkiota"));
            assertThat(without).isVisible();

            phone.clearCookies();
            without.click();
            assertThat(page.locator("h1")).hasText("Sivu on vanhentunut");
            picture(page, "out-of-date-fi");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Avaa sivu uudelleen"))
                    .click();
            logIn(page, "sari.kokemus");
            without.click();
            assertThat(page.locator("h1")).hasText("Tehtävästä on sovittu");
            assertThat(page.getByText("Otat tehtävän ilman palkkiota")).isVisible();
        }
        var secret = link.substring(link.lastIndexOf('/') + 1);
        try (var logs = Files.walk(Path.of("target", "system", "logs"))) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secret);
            }
        }
    }

    @Test
    void toSomebodyElseWhoLogsInTheInvitationIsAsAbsentAsOneThatNeverWas() {
        var address = invited("sari.kokemus", "2999-03-04") + "/yes?lang=fi";
        var nobodys = address.replaceAll("/k/.*/yes", "/k/AAAAAAAAAAAAAAAAAAAAAA/yes");
        for (var other : List.of("kimmo.kokemus", "kaisa.koordinaattori", "tuula.kokemus")) {
            try (var phone = phone("fi-FI", true)) {
                var page = phone.newPage();
                page.navigate(address);
                logIn(page, other);
                assertThat(page.getByRole(AriaRole.ALERT))
                        .hasText(
                                "Tällä kirjautumisella ei löydy kutsua. Tarkista osoite ja se, että olet kirjautunut omilla"
                                        + " tunnuksillasi.");
                var shown = page.content();
                isWhole(page, "fi");
                assertThat(page.navigate(nobodys).status()).isEqualTo(404);
                assertThat(page.content()).isEqualTo(shown);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void anAddressThatIsNotThereIsAPageInOnesOwnLanguage(String language) {
        try (var phone = phone(language, true)) {
            var page = phone.newPage();
            assertThat(page.navigate(Running.system().address() + "/kutsut").status())
                    .isEqualTo(404);
            isWhole(page, language);
            picture(page, "not-there-" + language);
        }
    }

    @Test
    void theFollowUpCodeLeavesASharedTabletByItselfAndBackDoesNotBringItAgain() {
        var door = post("/api/v1/doors", Map.of("unit", "lifti"))
                .json()
                .path("link")
                .asString();
        try (var tablet = phone("fi-FI", false)) {
            var page = tablet.newPage();
            page.navigate(door + "?tablet=1");
            page.getByLabel("Melko samaa mieltä").first().check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lähetä vastaus"))
                    .click();
            assertThat(page.locator("p.code")).isVisible();
            var code = page.locator("p.code").textContent();
            picture(page, "tablet-code");
            assertThat(page.getByLabel("Melko samaa mieltä").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE)); // by itself
            assertThat(page.content()).doesNotContain(code);
            try {
                page.goBack();
            } catch (PlaywrightException notShownWithoutSendingAgain) {
                assertThat(notShownWithoutSendingAgain).hasMessageContaining("ERR_CACHE_MISS");
                page.waitForCondition(() -> page.url().startsWith("chrome-error:"));
            }
            page.waitForLoadState();
            assertThat(page.content()).doesNotContain(code);
            page.reload(); // and sends it again, as a curious next person would
            assertThat(page.locator("h1")).hasText("Kiitos, vastaus on tallennettu");
            assertThat(page.content()).doesNotContain(code);
        }
    }
}
