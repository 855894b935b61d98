package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's texts are complete in three languages, in words that the field uses of itself. */
class WebTextsTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern KEY = Pattern.compile("(?:^|[ {,])(?:'([^']+)'|([a-zA-Z_]+)): '");
    private static final List<String> NEVER = List.of("osallista", "kuluttaja", "potilas", "epäonnistui");

    private static String part(String language) throws IOException {
        var all = Files.readString(WEB.resolve("texts.js"), StandardCharsets.UTF_8);
        int from = all.indexOf("\n  " + language + ": {");
        return all.substring(from, all.indexOf("\n  },", from));
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
        assertThat(keys(part("fi"))).hasSizeGreaterThan(80).isEqualTo(keys(part("sv"))).isEqualTo(keys(part("en")));
        assertThat(keys(part("fi").replace("welcome:", "welcom:"))).isNotEqualTo(keys(part("sv")));
    }

    @Test
    void noTextUsesAWordThatIsFeltToComeFromAbove() throws IOException {
        assertThat(part("fi").toLowerCase()).doesNotContain(NEVER);
    }

    @Test
    void theVendoredFileIsWhatItsNoteSays() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(WEB.resolve("vendor/htm-preact-standalone-3.1.1.js")));
        assertThat(Files.readString(WEB.resolve("vendor/README.md"))).contains(HexFormat.of().formatHex(digest));
    }
}
