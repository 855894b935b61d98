package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented numbers and addresses, as people write them in Finnish and Swedish. */
class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tunnukseni on 131052-308T kiitos",
                "Min beteckning är 010594Y9021.",
                "synt. 131052 -308T",
                "Soita 040 123 4567",
                "Ring +358 40 123 4567 på kvällen",
                "puh. 050-1234567",
                "numero (09) 310 1234",
                "00358401234567",
                "Kirjoita maija.meikalainen@esimerkki.fi",
                "skriv till Å.Öst@exempel.se",
                "maija (at) esimerkki.fi"
            })
    void numbersAndAddressesAreTakenOut(String words) {
        var masked = Masking.mask(words);
        assertThat(masked.changed()).isTrue();
        assertThat(masked.text())
                .contains(Masking.MASK)
                .doesNotContainPattern("\\d{4}")
                .doesNotContain("esimerkki", "exempel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tapaaminen kesti 45 minuuttia, vaikka varattu oli 60.",
                "Vuonna 2017 oli jo parempi, 31.10.2017 erityisesti.",
                "Jag fick vänta i 2 veckor.",
                "Kohta 3 oli paras: 10/10"
            })
    void ordinaryNumbersStay(String words) {
        assertThat(Masking.mask(words).changed()).isFalse();
    }

    @Test
    void whatIsAroundStays() {
        assertThat(Masking.mask("Soita 040 123 4567 huomenna").text()).isEqualTo("Soita " + Masking.MASK + " huomenna");
    }
}
