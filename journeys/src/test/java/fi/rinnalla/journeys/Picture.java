package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A picture for the README, and beside it the page's words and look as they were when it was taken. Pixels differ from
 * machine to machine; the words of the page and the styles that it asks for do not. While both are as they were, the
 * picture shows the page as it is.
 *
 * @param name of the picture's file, without its ending
 */
record Picture(String name) {

    static final Path FOLDER = Running.REPOSITORY.resolve("docs/pictures");
    static final String COMMAND = "./mvnw verify -pl gateway,demo-identity,session-service,"
            + "peer-expert-service,feedback-service,journeys -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dit.test=PicturesIT -Dpictures.write=true";

    /** The page's own words, each once and without numbers, so that other data make no other page; then its look. */
    private static final String WORDS_AND_LOOK = """
            () => {
              const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
              const words = [...document.querySelectorAll('h1, h2, h3, nav a, legend, label, th[scope=col], summary, button')]
                .filter(seen)
                .map((element) => {
                  const own = element.cloneNode(true);
                  own.querySelectorAll('select, input, textarea, style, script').forEach((field) => field.remove());
                  return `${element.localName}: ${own.textContent.replace(/\\d+/g, '#').replace(/\\s+/g, ' ').trim()}`;
                });
              const look = ['body', 'header', 'main', 'h1', 'a', 'label', 'legend', 'fieldset', 'th', 'button']
                .map((name) => [name, [...document.querySelectorAll(name)].find(seen)])
                .filter(([, element]) => element)
                .map(([name, element]) => {
                  const style = getComputedStyle(element);
                  return `look of ${name}: ${[style.color, style.backgroundColor, style.fontFamily, style.fontSize,
                    style.fontWeight, style.borderRadius, style.borderStyle].join(' | ')}`;
                });
              return [...new Set([...words, ...look])];
            }""";

    Path image() {
        return FOLDER.resolve(name + ".png");
    }

    Path words() {
        return FOLDER.resolve(name + ".txt");
    }

    /** Takes the picture if it is asked for; else holds the page against the one in the picture. */
    void of(Page page, int height) throws IOException {
        if (Boolean.getBoolean("pictures.write")) {
            Files.createDirectories(FOLDER);
            Files.write(words(), wordsAndLook(page));
            var size = page.viewportSize();
            page.setViewportSize(size.width, height);
            page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
            page.screenshot(new Page.ScreenshotOptions().setPath(image()));
            page.setViewportSize(size.width, size.height);
        }
        assertThat(image()).as("taken with " + COMMAND).exists();
        var then = Files.readAllLines(words());
        // The page may still be loading.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(wordsAndLook(page))
                        .as(
                                "docs/pictures/%s.png shows the page as it was. Take it anew, look at it and commit it: %s",
                                name, COMMAND)
                        .isEqualTo(then));
    }

    @SuppressWarnings("unchecked") // the script returns a list of texts
    static List<String> wordsAndLook(Page page) {
        return (List<String>) page.evaluate(WORDS_AND_LOOK);
    }
}
