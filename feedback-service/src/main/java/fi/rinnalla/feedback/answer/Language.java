package fi.rinnalla.feedback.answer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of the answer page, with its texts. */
enum Language {
    FI("suomi"),
    SV("svenska"),
    EN("English");

    private final String ownName;
    private final Properties texts = new Properties();

    Language(String ownName) {
        this.ownName = ownName;
        try (var in = Language.class.getResourceAsStream("/answer/" + tag() + ".properties")) {
            texts.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String ownName() {
        return ownName;
    }

    Properties texts() {
        return texts;
    }

    /** What was chosen on the page, else what the browser prefers, else Finnish. */
    static Language of(@Nullable String chosen, @Nullable String acceptLanguage) {
        return Stream.concat(Optional.ofNullable(chosen).stream(), preferred(acceptLanguage).stream())
                .flatMap(tag -> Arrays.stream(values()).filter(language -> language.tag().equals(tag)))
                .findFirst()
                .orElse(FI);
    }

    private static List<String> preferred(@Nullable String acceptLanguage) {
        try {
            return acceptLanguage == null
                    ? List.of()
                    : LanguageRange.parse(acceptLanguage).stream()
                            .map(range -> range.getRange().split("-")[0])
                            .toList();
        } catch (IllegalArgumentException notALanguageList) {
            return List.of();
        }
    }
}
