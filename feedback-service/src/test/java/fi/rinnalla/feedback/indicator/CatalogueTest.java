package fi.rinnalla.feedback.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.pages.Language;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a figure reads what it is called, what it means and how it is counted, in their own language. */
class CatalogueTest {

    private static final String FOLDER = "/indicator";
    private static final List<String> SAID_OF_EACH = List.of("name", "meaning", "formula");
    /** Owner, wording, columns, and an example for each unit. */
    private static final int NOT_OF_ONE = 8;
    /** Words that neither Finnish nor Swedish has, of which English formulas are made. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|of|with|that|and|in which|who|answered|meetings|ideas|revisions)\\b");

    private static List<String> slugs() {
        return Stream.concat(
                        Arrays.stream(Indicator.values()).map(Indicator::slug),
                        Arrays.stream(OtherFigure.values()).map(OtherFigure::slug))
                .toList();
    }

    /** What is not said, or said in English to somebody who reads another language. */
    private static List<String> lacking(Properties own, Properties english, Collection<String> slugs) {
        return slugs.stream()
                .flatMap(slug -> SAID_OF_EACH.stream().map(part -> slug + "." + part))
                .filter(key -> own.getProperty(key, "").isBlank()
                        || !own.equals(english)
                                && (own.getProperty(key).equals(english.getProperty(key))
                                        || ENGLISH.matcher(own.getProperty(key)).find()))
                .toList();
    }

    @Test
    void everyIndicatorHasAMeaningAndAFormulaInEveryLanguage() {
        var english = Language.EN.texts(FOLDER);
        for (var language : Language.values()) {
            var own = language.texts(FOLDER);
            assertThat(lacking(own, english, slugs())).as(language.tag()).isEmpty();
            assertThat(own.keySet())
                    .as("nothing is said of an indicator that is not there")
                    .hasSize(SAID_OF_EACH.size() * slugs().size() + NOT_OF_ONE);
        }
    }

    @Test
    void aFormulaThatWasForgottenOrLeftInEnglishIsFound() {
        var english = Language.EN.texts(FOLDER);
        var finnish = new Properties();
        finnish.putAll(Language.FI.texts(FOLDER));
        finnish.remove("heard.formula");
        finnish.setProperty("overruns.formula", english.getProperty("overruns.formula"));
        finnish.setProperty("reach.formula", "ideas that were told / ideat");
        assertThat(lacking(finnish, english, slugs()))
                .containsExactlyInAnyOrder("heard.formula", "overruns.formula", "reach.formula");
    }

    @Test
    void decimalsAreWrittenAsTheLanguageWritesThem() {
        for (var language : List.of(Language.FI, Language.SV)) {
            language.texts(FOLDER)
                    .forEach((key, text) ->
                            assertThat((String) text).as("%s %s", language, key).doesNotContainPattern("\\d\\.\\d"));
        }
        assertThat(Language.EN.texts(FOLDER).values()).noneMatch(text -> ((String) text).matches(".*\\d,\\d.*"));
    }
}
