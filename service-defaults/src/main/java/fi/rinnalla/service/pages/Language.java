package fi.rinnalla.service.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of what people read. */
public enum Language {
    FI("suomi"),
    SV("svenska"),
    EN("English");

    private static final Map<String, Properties> TEXTS = new ConcurrentHashMap<>();

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String ownName() {
        return ownName;
    }

    /** What a feature says in this language, from {@code <folder>/<tag>.properties}. */
    public Properties texts(String folder) {
        return TEXTS.computeIfAbsent(folder + "/" + tag() + ".properties", Language::read);
    }

    private static Properties read(String file) {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(Language.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What was chosen on the page, else what the browser prefers, else Finnish. */
    public static Language of(@Nullable String chosen, @Nullable String acceptLanguage) {
        return Stream.concat(Optional.ofNullable(chosen).stream(), preferred(acceptLanguage).stream())
                .flatMap(tag -> Arrays.stream(values())
                        .filter(language -> language.tag().equals(tag)))
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
