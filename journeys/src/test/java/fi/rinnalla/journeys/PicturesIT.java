package fi.rinnalla.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures of the README, in each of its languages. With {@code -Dpictures.write=true} they are taken; otherwise
 * each is held against the page as it is now, so that a picture of a page that has changed fails.
 */
class PicturesIT {

    private static final long LARGEST = 150_000;
    /** Later than all that the seeds tell, and in a unit whose figures no journey counts. */
    private static final String DAY = "2018-02-02";

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
        Running.system();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "en"})
    void theQuestionThatAClientAnswersAloneOnAPhone(String language) throws IOException {
        var ask = Running.as("mikko.ammattilainen")
                .post(
                        "/api/v1/asks",
                        Map.of(
                                "unit",
                                "paihdeklinikka",
                                "week",
                                "2017-W47",
                                "kind",
                                "one-to-one",
                                "channel",
                                "face-to-face",
                                "withPeerExpert",
                                true),
                        null,
                        null);
        try (var phone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(360, 740)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true))) {
            var page = open(phone);
            page.navigate(ask.json().path("link").asString() + "?lang=" + language);
            page.locator("input[type=radio]").nth(1).check();
            new Picture("answer-" + language).of(page, 740);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "en"})
    void beingHeardWithAPeerExpertAndWithout(String language) throws IOException {
        Awaitility.await("October's figures")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Running.as("anu.analyytikko")
                        .get("/api/v1/views/heard?unit=paihdeklinikka&year=2017&by=month")
                        .body()
                        .contains("\"n\":16"));
        try (var desk = desk(language)) {
            var page = staffPage(desk, "kaisa.koordinaattori", "heard");
            page.locator("select[name=unit]").selectOption("paihdeklinikka");
            page.locator("select[name=year]").selectOption("2017");
            page.locator("select[name=by]").selectOption("quarter");
            assertThat(page.locator("tbody strong").first()).isVisible();
            assertThat(page.locator("main svg").first()).isVisible();
            assertThat(page.locator("main table").nth(0)).containsText("Q4/2017");
            assertThat(page.locator("main table").nth(1)).containsText("Q4/2017");
            new Picture("being-heard-" + language).of(page, 1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "en"})
    void theIndicatorsOfAnOrganisation(String language) throws IOException {
        try (var desk = desk(language)) {
            var page = staffPage(desk, "jaana.johtaja", "indicators");
            page.locator("select[name=year]").selectOption("2017");
            page.locator("select[name=by]").selectOption("quarter");
            assertThat(page.locator("main table").nth(0)).containsText("Q4/2017");
            assertThat(page.locator("main table").nth(1)).containsText("Q4/2017");
            new Picture("indicators-" + language).of(page, 1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "en"})
    void aMeetingIsClosedWithTheQuestionAndTheLinkIsShownAsACode(String language) throws IOException {
        Running.as("mikko.ammattilainen")
                .post(
                        "/api/v1/meetings",
                        Map.of(
                                "unit",
                                "ok-hanke",
                                "kind",
                                "one-to-one",
                                "channel",
                                "face-to-face",
                                "plannedOn",
                                DAY,
                                "plannedMinutes",
                                45,
                                "peerExpertWanted",
                                true),
                        UUID.randomUUID().toString(),
                        null);
        try (var desk = desk(language)) {
            var page = staffPage(desk, "mikko.ammattilainen", "meetings");
            page.getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("h2", new Page.LocatorOptions().setHasText("2018"))))
                    .filter(new Locator.FilterOptions().setHas(page.locator("button")))
                    .locator("button")
                    .first()
                    .click();
            page.locator("input[name=closingQuestion][value=private]").check();
            new Picture("closing-" + language).of(page, 920);
            page.locator("form button:not([type=button])").click();
            assertThat(page.locator("img.qr")).isVisible();
            new Picture("code-" + language).of(page, 760);
        }
    }

    @Test
    void theReadmesShowTheseVeryPicturesWithWordsForThoseWhoDoNotSeeThem() throws IOException {
        var shown = new TreeSet<String>();
        for (var readme : List.of("README.md", "README.fi.md")) {
            var text = Files.readString(Running.REPOSITORY.resolve(readme));
            for (var image : imagesOf(text)) {
                shown.add(image.getValue());
                assertThat(image.getKey())
                        .as(readme + ": words for " + image.getValue())
                        .hasSizeGreaterThan(20);
            }
        }
        try (var files = Files.list(Picture.FOLDER)) {
            var kept = files.map(file -> "docs/pictures/" + file.getFileName())
                    .filter(file -> file.endsWith(".png"))
                    .toList();
            assertThat(shown).containsExactlyInAnyOrderElementsOf(kept);
        }
        for (var picture : shown) {
            var file = Running.REPOSITORY.resolve(picture);
            assertThat(Files.size(file)).as(picture).isLessThan(LARGEST);
            assertThat(ImageIO.read(file.toFile()).getWidth()).as(picture).isGreaterThanOrEqualTo(720);
        }
    }

    @Test
    void otherWordsOrAnotherLookAreNoticedAndOtherDataAreNot() {
        try (var desk = desk("fi")) {
            var page = staffPage(desk, "jaana.johtaja", "meetings");
            assertThat(page.locator("ul.cards li").first()).isVisible();
            var before = Picture.wordsAndLook(page);
            assertThat(before).hasSizeGreaterThan(10).anyMatch(line -> line.startsWith("look of h1: rgb("));

            page.evaluate("""
                    () => {
                      const card = document.querySelector('ul.cards li');
                      card.parentNode.append(card.cloneNode(true));
                      const heading = card.querySelector('h2').firstChild;
                      heading.data = heading.data.replace(/\\d+/g, '9');
                    }""");
            assertThat(Picture.wordsAndLook(page)).as("other data").isEqualTo(before);
            for (var change : List.of(
                    "document.querySelector('h1').textContent = 'Tapaamisia'",
                    "document.querySelector('nav a').textContent = 'Paikka'",
                    "document.querySelector('nav a').style.display = 'none'",
                    "document.querySelector('h1').style.color = 'rebeccapurple'",
                    "document.body.style.backgroundColor = 'black'")) {
                page.reload();
                assertThat(page.locator("ul.cards li").first()).isVisible();
                assertThat(Picture.wordsAndLook(page)).as("the page again").isEqualTo(before);
                page.evaluate("() => { " + change + " }");
                assertThat(Picture.wordsAndLook(page)).as(change).isNotEqualTo(before);
            }
        }
    }

    /** What is shown, after the words that stand for it: in Markdown or, where a width is given, in HTML. */
    private static List<Map.Entry<String, String>> imagesOf(String text) {
        var found = new ArrayList<Map.Entry<String, String>>();
        Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)")
                .matcher(text)
                .results()
                .forEach(image -> found.add(Map.entry(image.group(1), image.group(2))));
        Pattern.compile("<img\\b[^>]*>").matcher(text).results().forEach(tag -> {
            var attributes = Pattern.compile("(\\w+)=\"([^\"]*)\"")
                    .matcher(tag.group())
                    .results()
                    .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
            found.add(Map.entry(attributes.getOrDefault("alt", ""), attributes.get("src")));
        });
        return found;
    }

    private static BrowserContext desk(String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language.equals("fi") ? "fi-FI" : "en-GB")
                        .setViewportSize(1000, 800));
    }

    private static Page open(BrowserContext context) {
        context.setDefaultTimeout(Chromium.PATIENCE);
        return context.newPage();
    }

    /** In the language of the browser, and so found by names of fields, not by words. */
    private static Page staffPage(BrowserContext context, String login, String place) {
        var page = open(context);
        page.navigate(Running.system().address() + "/oauth2/authorization/rinnalla");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(login);
        page.locator("button[type=submit], form button").first().click();
        assertThat(page.locator("nav")).isVisible();
        page.navigate(Running.system().address() + "/#" + place);
        assertThat(page.locator("nav [aria-current=page]")).hasAttribute("href", "#" + place);
        return page;
    }
}
