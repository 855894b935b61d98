package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's texts are complete in three languages, in words that the field uses of itself. */
class WebTextsTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern KEY = Pattern.compile("(?:^|[ {,])(?:'([^']+)'|([a-zA-Z_]+)): '");
    private static final Path PROBLEMS = Path.of("../docs/problems.md");
    private static final Pattern CODE = Pattern.compile("^\\| `([a-z-]+)` \\| \\d", Pattern.MULTILINE);
    private static final List<String> NEVER = List.of("osallista", "kuluttaja", "potilas", "epäonnistui");

    /** What is said in one language, in all files of texts. */
    private static String part(String language) throws IOException {
        var all = new StringBuilder();
        for (var file : List.of("texts.js", "texts-feedback.js", "texts-problems.js")) {
            var texts = Files.readString(WEB.resolve(file), StandardCharsets.UTF_8);
            int from = texts.indexOf("\n  " + language + ": {");
            all.append(texts, from, texts.indexOf("\n  },", from));
        }
        return all.toString();
    }

    private static Set<String> keys(String part) {
        var keys = new TreeSet<String>();
        var match = KEY.matcher(part);
        while (match.find()) {
            keys.add(match.group(1) == null ? match.group(2) : match.group(1));
        }
        return keys;
    }

    @Test
    void everyTextIsThereInFinnishSwedishAndEnglish() throws IOException {
        assertThat(keys(part("fi")))
                .hasSizeGreaterThan(180)
                .isEqualTo(keys(part("sv")))
                .isEqualTo(keys(part("en")));
        assertThat(keys(part("fi").replace("welcome:", "welcom:"))).isNotEqualTo(keys(part("sv")));
    }

    /** A test of the services holds docs/problems.md to what they answer. */
    private static Set<String> wordless(String language, String problems) throws IOException {
        var codes = new TreeSet<String>();
        CODE.matcher(problems).results().forEach(code -> codes.add(code.group(1)));
        assertThat(codes).hasSizeGreaterThan(60);
        var said = keys(part(language));
        codes.removeIf(code -> said.contains("problem_" + code));
        return codes;
    }

    @Test
    void everyProblemThatAServiceCanAnswerHasWordsInEveryLanguage() throws IOException {
        var problems = Files.readString(PROBLEMS, StandardCharsets.UTF_8);
        for (var language : List.of("fi", "sv", "en")) {
            assertThat(wordless(language, problems)).as(language).isEmpty();
            assertThat(wordless(language, problems + "| `made-up` | 409 | nothing |\n"))
                    .containsExactly("made-up");
        }
    }

    @Test
    void whatIsFilledInIsFilledInInEveryLanguage() throws IOException {
        var holes = Pattern.compile("'?([\\w-]+)'?: '[^']*\\{[nm]}");
        var inFinnish = holes.matcher(part("fi"))
                .results()
                .map(hole -> hole.group(1))
                .sorted()
                .toList();
        assertThat(inFinnish).contains("under", "tooFew", "fault_between");
        for (var language : List.of("sv", "en")) {
            assertThat(holes.matcher(part(language))
                            .results()
                            .map(hole -> hole.group(1))
                            .sorted()
                            .toList())
                    .isEqualTo(inFinnish);
        }
    }

    @Test
    void noPageAsksForATextThatIsNotThere() throws IOException {
        var known = keys(part("fi"));
        var asked = new TreeSet<String>();
        try (var files = Files.list(WEB)) {
            for (var file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                Pattern.compile("\\bt\\.([a-zA-Z]\\w*)")
                        .matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(name -> asked.add(name.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(known).containsAll(asked);
    }

    @Test
    void noTextUsesAWordThatIsFeltToComeFromAbove() throws IOException {
        assertThat(part("fi").toLowerCase(Locale.ROOT)).doesNotContain(NEVER);
    }

    @Test
    void theVendoredFileIsWhatItsNoteSays() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(WEB.resolve("vendor/htm-preact-standalone-3.1.1.js")));
        assertThat(Files.readString(WEB.resolve("vendor/README.md")))
                .contains(HexFormat.of().formatHex(digest));
    }
}
