package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.pages.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void everyTextIsThereInEveryLanguage() {
        for (var folder : List.of("/answer", "/indicator", "/path", "/question")) {
            for (var language : Language.values()) {
                assertThat(language.texts(folder).keySet())
                        .as(folder + " " + language.tag())
                        .isEqualTo(Language.FI.texts(folder).keySet());
            }
        }
    }

    @Test
    void theChosenLanguageWinsThenTheBrowsersThenFinnish() {
        assertThat(Language.of("sv", "en")).isEqualTo(Language.SV);
        assertThat(Language.of(null, "sv-FI,sv;q=0.9,en;q=0.8")).isEqualTo(Language.SV);
        assertThat(Language.of("xx", "de,en;q=0.5")).isEqualTo(Language.EN);
        assertThat(Language.of(null, null)).isEqualTo(Language.FI);
        assertThat(Language.of(null, ";;;")).isEqualTo(Language.FI);
    }
}
