package fi.rinnalla.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.rinnalla.journeys.Chromium.noBarriers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator closes a meeting, a client answers alone, and another organisation sees none of it. In a real browser. */
class TheStoryIT {

    private static final double PATIENCE = Chromium.PATIENCE;

    private static Chromium chromium;
    private static Browser browser;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
        Running.system();
        browser = chromium.browser();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("fi-FI").setViewportSize(1000, 800));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    private void logIn(String login) {
        page.navigate(Running.system().address() + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kirjaudu sisään"))
                .click();
        noBarriers(page);
        page.getByLabel("Käyttäjätunnus").fill(login);
        page.getByLabel("Salasana").fill(login);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirjaudu"))
                .click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Päävalikko")))
                .isVisible();
    }

    private void logOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirjaudu ulos"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kirjaudu sisään")))
                .isVisible();
    }

    private void go(String where) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(where).setExact(true))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(where).setLevel(1)))
                .isVisible();
    }

    @Test
    void aCoordinatorClosesAMeetingAndTheClientAnswersAloneOnASmallScreenWithoutScript() {
        logIn("kaisa.koordinaattori");
        go("Toiminnat");
        assertThat(page.getByText("Cafe Social")).isVisible();
        assertThat(page.getByText("31.10.2017")).isVisible();
        noBarriers(page);
        go("Tapaamiset");
        noBarriers(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirjaa pidetyksi"))
                .first()
                .click();
        page.getByLabel("Ei kysytty").check();
        assertThat(page.getByLabel("Miksi ei kysytty")).isVisible();
        page.getByLabel("Kysyttiin ja käytiin yhdessä läpi").check();
        assertThat(page.getByLabel("Mitä muuta asiakas olisi toivonut tai halunnut tietää"))
                .isVisible();
        noBarriers(page);
        page.getByLabel("Kysyttiin, asiakas vastaa itse yksin").check();
        // It is a network meeting: without the client's voice, or the client's choice, it is not closed.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tallenna"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        page.getByLabel("Asiakkaan omin sanoin").fill("Haluan, että minulta kysytään ensin.");
        noBarriers(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tallenna"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vastauslinkki asiakkaalle")))
                .isVisible();
        assertThat(page.getByAltText("QR-koodi, joka avaa vastauslinkin")).isVisible();
        noBarriers(page);
        var link = page.locator("p.link a").getAttribute("href");

        answerOnAPhone(link);

        page.getByText("Lähetä linkki tekstiviestinä").click();
        page.getByLabel("Puhelinnumero").fill("040 000 0000");
        noBarriers(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lähetä viesti"))
                .click();
        assertThat(page.getByText("Viesti on lähdössä.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Valmis"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("kirjattu pidetyksi")))
                .isVisible();
    }

    private void answerOnAPhone(String link) {
        for (var language : List.of("sv", "en", "fi")) {
            try (var phone = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(320, 568)
                    .setJavaScriptEnabled(false)
                    .setLocale(language))) {
                var answer = phone.newPage();
                answer.setDefaultTimeout(PATIENCE);
                answer.navigate(link + "?lang=" + language);
                assertThat(answer.locator("html")).hasAttribute("lang", language);
                assertThat((int) (Integer) sideways(link + "?lang=" + language)).isLessThanOrEqualTo(320);
                if (language.equals("fi")) {
                    answer.getByLabel("Melko samaa mieltä").first().check();
                    answer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lähetä vastaus"))
                            .click();
                    assertThat(answer.getByRole(AriaRole.HEADING)).hasText("Kiitos, vastaus on tallennettu");
                    assertThat(phone.cookies()).isEmpty();
                }
            }
        }
    }

    /** How wide the page is at 320 pixels, and that nothing in it is in anybody's way. Measured with script, used without. */
    private Object sideways(String address) {
        try (var phone = browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 568))) {
            var measured = phone.newPage();
            measured.navigate(address);
            noBarriers(measured);
            return measured.evaluate("document.documentElement.scrollWidth");
        }
    }

    @Test
    void aUnitsDoorItsPosterItsRepliesAndTheReturnCodeAreInNobodysWayInThreeLanguages() {
        var kaisa = Running.as("kaisa.koordinaattori");
        var link = kaisa.post(
                        "/api/v1/doors",
                        Map.of("unit", "lifti"),
                        UUID.randomUUID().toString(),
                        null)
                .json()
                .path("link")
                .asString();
        for (var language : List.of("fi", "sv", "en")) {
            for (var address : List.of(link, link + "/poster", link + "/said", link + "/path", link + "?tablet=1")) {
                var shown = address + (address.contains("?") ? "&" : "?") + "lang=" + language;
                assertThat((int) (Integer) sideways(shown)).as(shown).isLessThanOrEqualTo(320);
            }
        }
        try (var tablet = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(320, 568).setJavaScriptEnabled(false))) {
            var giver = tablet.newPage();
            giver.setDefaultTimeout(PATIENCE);
            giver.navigate(link + "?tablet=1&lang=fi");
            giver.getByLabel("Melko samaa mieltä").first().check();
            giver.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lähetä vastaus"))
                    .click();
            var code = giver.locator(".code").textContent();
            giver.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Seuraava vastaaja"))
                    .click();
            assertThat(giver.getByLabel("Melko samaa mieltä").first()).not().isChecked();
            giver.navigate(link.substring(0, link.indexOf("/u/")) + "/r?lang=fi");
            giver.getByLabel("Koodi").fill(code);
            giver.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Näytä"))
                    .click();
            giver.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Peru vastaukseni"))
                    .click();
            assertThat(giver.getByText("Vastauksesi on poistettu.")).isVisible();
            assertThat(tablet.cookies()).isEmpty();
        }
    }

    @Test
    void autumnShowsTheDifferenceWithAndWithoutAPeerExpertAndHidesASmallGroup() {
        logIn("anu.analyytikko");
        go("Kuulluksi tuleminen");
        page.locator("select[name=unit]").selectOption("paihdeklinikka");
        var october = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("10/2017"))));
        assertThat(october).containsText("16 vastausta");
        assertThat(october.getByRole(AriaRole.CELL).nth(1)).containsText("8 vastausta");
        assertThat(october.getByRole(AriaRole.CELL).nth(2)).containsText("8 vastausta");
        noBarriers(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/heard.png"))
                .setFullPage(true));

        october.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("#meaning-heard")).isFocused();
        page.goBack();
        page.locator("select[name=unit]").selectOption("lifti");
        page.locator("select[name=year]")
                .selectOption(String.valueOf(java.time.Year.now(java.time.ZoneId.of("Europe/Helsinki"))
                        .getValue()));
        assertThat(page.getByText("liian vähän vastauksia (alle 5)").first()).isVisible();
        assertThat(page.locator("tbody strong")).hasCount(0);
    }

    @Test
    void aClientDrawsTheirServicesOnAPhoneAndTheStaffReadsWhatManyDrew() {
        var kaisa = Running.as("kaisa.koordinaattori");
        var link = kaisa.post(
                        "/api/v1/doors",
                        Map.of("unit", "lifti"),
                        UUID.randomUUID().toString(),
                        null)
                .json()
                .path("path")
                .asString();
        try (var phone = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(320, 568).setJavaScriptEnabled(false))) {
            var drawing = phone.newPage();
            drawing.setDefaultTimeout(PATIENCE);
            drawing.navigate(link + "?lang=fi");
            drawing.getByLabel("Mikä palvelu").first().fill("TE-toimisto");
            drawing.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lisää palveluja"))
                    .click();
            assertThat(drawing.getByLabel("Mikä palvelu")).hasCount(8);
            drawing.getByLabel("Ei toimi").first().check();
            drawing.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Valmis"))
                    .click();
            assertThat(drawing.getByRole(AriaRole.HEADING)).hasText("Sinun palvelupolkusi");
            assertThat(drawing.getByRole(AriaRole.LISTITEM)
                            .filter(new Locator.FilterOptions().setHasText("TE-toimisto")))
                    .containsText("Ei toimi");
            assertThat(phone.cookies()).isEmpty();
        }
        logIn("mikko.ammattilainen");
        go("Palvelupolut");
        page.locator("select[name=unit]").selectOption("paihdeklinikka");
        var office = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("te-toimisto"))));
        assertThat(office).containsText("6 polkua");
        assertThat(office).containsText("kerron saman asian monta kertaa (5)");
        noBarriers(page);
    }

    @Test
    void aCoordinatorReadsWhatWasWrittenBeforeOthersAndARepliedThemeIsOnTheUnitsPage() {
        logIn("kaisa.koordinaattori");
        go("Palaute");
        page.locator("select[name=unit]").selectOption("paihdeklinikka");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Näytä linkki ja julisteet"))
                .click();
        var said = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Te kerroitte, me teimme"));
        assertThat(said).isVisible();
        page.getByLabel("Uusi aihe").fill("Ovi jumittaa");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lisää aihe"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Aihe on lisätty.")))
                .isVisible();
        var theme = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ovi jumittaa"))));
        theme.locator("summary").click();
        theme.getByLabel("Mitä tehtiin").fill("Ovi on korjattu.");
        noBarriers(page);
        theme.getByRole(AriaRole.BUTTON).click();
        assertThat(theme).containsText("Ovi on korjattu.");
        var publicPage = said.getAttribute("href");
        try (var anybody = browser.newContext()) {
            var read = anybody.newPage();
            read.navigate(publicPage);
            assertThat(read.getByText("Ovi on korjattu.")).isVisible();
        }
        page.getByText("Kirjaa paperilla annettu vastaus").click();
        page.getByLabel("Minua kuultiin").fill("4");
        noBarriers(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tallenna"))
                .click();
        assertThat(page.getByText("Vastaus on kirjattu.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hyväksy luettavaksi"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("luettavaksi")))
                .isVisible();
    }

    @Test
    void questionsAreWrittenByACoordinatorAndApprovedByAClient() {
        logIn("kaisa.koordinaattori");
        go("Kysymykset");
        page.getByLabel("Nimi").fill("Ryhmän kysymykset");
        page.getByLabel("Minkä tapaamisen jälkeen").selectOption("group");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aloita"))
                .click();
        var set = page.locator("section.set").filter(new Locator.FilterOptions().setHasText("Ryhmän kysymykset"));
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kirjoita luonnos"))
                .click();
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lisää kysymys"))
                .click();
        var added = set.locator("fieldset").last();
        added.getByLabel("Lyhyt nimi").fill("own-pace");
        for (var language : List.of("fi", "sv", "en")) {
            added.getByLabel("Kysymys (" + language + ")").fill("Sain edetä omaan tahtiini (" + language + ")");
        }
        noBarriers(page);
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tallenna"))
                .click();
        assertThat(set).containsText("Sain edetä omaan tahtiini (fi)");
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Julkaise"))
                .click();
        assertThat(set.getByRole(AriaRole.ALERT)).containsText("hyväksyy luonnoksen ensin");
        logOut();

        logIn("antti.asiakas");
        go("Kysymykset");
        set.getByLabel("Kommentti").fill("Tämä on hyvä kysymys.");
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lähetä kommentti"))
                .click();
        assertThat(set.locator("blockquote")).hasText("Tämä on hyvä kysymys.");
        set.getByLabel("Nimi, jolla haluat").fill("Antti A. (keksitty)");
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hyväksy luonnos"))
                .click();
        assertThat(set).containsText("Hyväksyntöjä: 1");
        noBarriers(page);
        logOut();

        logIn("kaisa.koordinaattori");
        go("Kysymykset");
        set.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Julkaise"))
                .click();
        set.getByText("Versio 1").click();
        assertThat(set).containsText("Antti A. (keksitty)");
    }

    @Test
    void eachFigureOfTheIndicatorsLeadsToItsMeaning() {
        logIn("jaana.johtaja");
        go("Mittarit");
        page.locator("select[name=year]").selectOption("2017");
        page.locator("select[name=by]").selectOption("quarter");
        var row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Kokemusasiantuntija mukana"))
                .first();
        assertThat(row).isVisible();
        noBarriers(page);
        row.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#meaning-with-peer-expert")).isFocused();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lataa taulukko (CSV)")))
                .isVisible();
        page.locator("select[name=indicator]").selectOption("overruns");
        var parts = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Erittely"));
        assertThat(parts.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("ei mukana"))
                        .first())
                .containsText("prosenttiyksikköä");
        assertThat(page.getByText("vähintään kymmenen muuta organisaatiota")).isVisible();
        noBarriers(page);
    }

    @Test
    void theOtherOrganisationsCoordinatorSeesNoneOfItAndLogsOutForGood() {
        logIn("liisa.koordinaattori");
        go("Toiminnat");
        assertThat(page.getByText("Sosku")).isVisible();
        assertThat(page.getByText("Lifti")).hasCount(0);
        go("Tapaamiset");
        assertThat(page.getByText("Päihdeklinikka")).hasCount(0);
        logOut();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kirjaudu sisään"))
                .click();
        assertThat(page.getByLabel("Salasana")).isVisible(); // not logged in again by itself
    }

    @Test
    void thePageSpeaksSwedishAndWorksByKeyboardAt320Pixels() {
        page.setViewportSize(320, 640);
        logIn("mikko.ammattilainen");
        page.getByLabel("Kieli").selectOption("sv");
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        noBarriers(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Möten"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Möten").setLevel(1)))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Planera ett möte")))
                .isVisible();
        noBarriers(page);
        assertThat((int) (Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        page.getByLabel("Språk").selectOption("en");
        go("Activities");
        assertThat(page.getByText("31 Oct 2017")).isVisible();
    }

    @Test
    void aRefusedSaveIsSeenOnAPhoneWithEachFieldMarkedAndNothingLost() {
        Running.as("kaisa.koordinaattori")
                .post(
                        "/api/v1/meetings",
                        Map.of(
                                "unit", "lifti",
                                "kind", "network",
                                "channel", "phone",
                                "plannedOn", "2017-12-20",
                                "plannedMinutes", 60,
                                "peerExpertWanted", false),
                        UUID.randomUUID().toString(),
                        null);
        page.setViewportSize(360, 760);
        logIn("kaisa.koordinaattori");
        go("Tapaamiset");
        button("Kirjaa pidetyksi 20.12.2017 · verkostotapaaminen, Lifti").click();
        var heading =
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kirjaa tapaaminen pidetyksi"));
        assertThat(heading).isFocused();
        assertThat(heading).isInViewport();

        page.getByLabel("Kenen aloitteesta").selectOption("manager");
        page.getByLabel("Kesto minuutteina").fill("");
        button("Tallenna").click();
        var summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).isFocused();
        assertThat(summary).isInViewport();
        assertThat(summary.getByRole(AriaRole.LINK)).hasCount(2);
        assertThat(page.getByLabel("Kesto minuutteina")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Kesto minuutteina")).hasAccessibleDescription("Täytä tämä kohta.");
        assertThat(page.getByLabel("Kenen aloitteesta")).hasValue("manager");
        noBarriers(page);

        page.getByLabel("Kesto minuutteina").fill("47");
        page.getByLabel("Kysyttiin, asiakas vastaa itse yksin").check();
        page.getByLabel("asiakas", new Page.GetByLabelOptions().setExact(true)).uncheck();
        button("Tallenna").click();
        assertThat(summary).containsText("Valitse ”Ei kysytty”, jos asiakas ei ollut paikalla.");
        assertThat(summary).containsText("Kirjoita asiakkaan näkemys");
        assertThat(summary).isFocused();
        assertThat(summary).isInViewport();
        assertThat(page.getByRole(AriaRole.RADIOGROUP)).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Kesto minuutteina")).hasValue("47");
        assertThat(page.getByLabel("Kenen aloitteesta")).hasValue("manager");
        noBarriers(page);
        summary.getByRole(AriaRole.LINK).last().click();
        assertThat(page.getByLabel("Asiakkaan omin sanoin")).isFocused();
        assertThat(page.getByLabel("Asiakkaan omin sanoin")).isInViewport();
    }

    @Test
    void whoeverIsCutOffOrLoggedOutMeanwhileSavesWhatTheyWroteAfterwards() {
        logIn("kaisa.koordinaattori");
        go("Palaute");
        page.getByLabel("Uusi aihe").fill("Odotustila on kylmä");
        context.setOffline(true);
        button("Lisää aihe").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Yhteys katkesi");
        context.setOffline(false);
        context.clearCookies();
        button("Yritä uudelleen").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("kirjoittamasi on tallella");
        noBarriers(page);
        var other = context.waitForPage(() -> page.getByRole(AriaRole.ALERT)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kirjaudu sisään"))
                .click());
        other.getByLabel("Käyttäjätunnus").fill("kaisa.koordinaattori");
        other.getByLabel("Salasana").fill("kaisa.koordinaattori");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirjaudu"))
                .click();
        assertThat(other.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Päävalikko")))
                .isVisible();
        button("Lisää aihe").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Odotustila on kylmä")))
                .isVisible();
    }

    @Test
    void aListThatCouldNotBeFetchedIsFetchedAgainAndSaysMeanwhileThatItIsOnItsWay() {
        logIn("kaisa.koordinaattori");
        page.route("**/api/v1/meetings*", Route::abort);
        go("Tapaamiset");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Yhteys katkesi");
        page.unroute("**/api/v1/meetings*");
        var held = new CompletableFuture<Route>();
        page.route("**/api/v1/meetings*", held::complete);
        button("Yritä uudelleen").click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Haetaan…")))
                .isVisible();
        page.waitForCondition(held::isDone);
        held.join().resume();
        assertThat(page.getByText("Päihdeklinikka").first()).isVisible();
        assertThat(page.getByText("Haetaan…")).hasCount(0);
    }

    @Test
    void whoeverCameByALinkIsAtThatPlaceAfterTheLogin() {
        page.navigate(Running.system().address() + "/#indicators/heard");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kirjaudu sisään"))
                .click();
        page.getByLabel("Käyttäjätunnus").fill("jaana.johtaja");
        page.getByLabel("Salasana").fill("jaana.johtaja");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirjaudu"))
                .click();
        assertThat(page.locator("#meaning-heard")).isFocused();
        assertThat(page.locator("#meaning-heard")).hasText("Kokee tulleensa kuulluksi");
        assertThat(page.locator("#meaning-heard + dd"))
                .containsText("Laskukaava: asiakkaat, jotka ovat samaa mieltä (4 tai 5 viidestä)");
    }

    @Test
    void thePagesOpenWhereThereIsSomethingToSeeAndFoldWhatIsTooFewToTell() {
        logIn("kaisa.koordinaattori");
        go("Kuulluksi tuleminen");
        assertThat(page.locator("tbody strong").first()).isVisible();
        var folded = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("1–9/2017"))));
        assertThat(folded).containsText("liian vähän vastauksia (alle 5)");
        assertThat(page.getByRole(
                        AriaRole.ROWHEADER,
                        new Page.GetByRoleOptions().setName("9/2017").setExact(true)))
                .hasCount(0);
        page.locator("select[name=by]").selectOption("week");
        assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("vk 1–")))
                .isVisible();
        noBarriers(page);

        go("Mittarit");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Mittarit"))
                        .getByRole(AriaRole.LINK)
                        .first())
                .isVisible();
        assertThat(page.locator("dl.meanings")).not().containsText("(P");

        go("Palvelupolut");
        assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("te-toimisto")))
                .isVisible();

        go("Palaute");
        assertThat(page.locator("select[name=unit]")).hasValue("paihdeklinikka");
        assertThat(button("Hyväksy luettavaksi teksti 1")).isVisible();
        page.locator("select[name=unit]").selectOption("lifti");
        assertThat(page.getByText("Ei luettavia tekstejä.")).isVisible();
        button("Päihdeklinikka (").click();
        assertThat(page.locator("select[name=unit]")).hasValue("paihdeklinikka");
        assertThat(page.locator("select[name=unit]")).isFocused();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
