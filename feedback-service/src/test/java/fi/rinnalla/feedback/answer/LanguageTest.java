package fi.rinnalla.feedback.answer;

import fi.rinnalla.service.pages.Language;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void everyTextIsThereInEveryLanguage() {
        for (var language : Language.values()) {
            assertThat(language.texts("/answer").keySet()).as(language.tag()).isEqualTo(Language.FI.texts("/answer").keySet());
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
