package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody may be named, two people look at a text before others read it. The people here are invented. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eniten minua kuunteli Maija.",
                "Kiitos, Pirjo Satunnainen!",
                "hoitaja virtanen kuunteli",
                "sossu korhonen ei vastannut",
                "läkare lindström lyssnade",
                "fru karlsson var snäll"
            })
    void aNameIsNoticed(String words) {
        assertThat(Names.mayBeIn(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hoitaja kuunteli hyvin.",
                "ohjaaja oli ajoissa",
                "Aikaa oli. Kaikki meni hyvin.",
                "läkaren lyssnade på mig"
            })
    void ordinaryWordsAreNot(String words) {
        assertThat(Names.mayBeIn(words)).isFalse();
    }
}
