package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Masking beside a corpus of invented Finnish and Swedish sentences. */
class MaskingCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/masking-corpus.tsv");
    private static final double RECALL = 0.99;
    private static final double MASKED_IN_VAIN = 0.02;

    private record Sentence(String kind, String secret, String text) {

        /** What remains of the secret: its digits, or the name before the at-sign. */
        boolean isHiddenIn(String masked) {
            var digits = secret.replaceAll("\\D", "");
            return kind.equals("email")
                    ? !masked.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))
                            && !masked.toLowerCase(Locale.ROOT).contains("example.")
                            && !masked.contains("esimerkki")
                            && !masked.contains("exempel")
                    : !masked.replaceAll("\\D", "").contains(digits.substring(digits.length() - 4));
        }
    }

    private static List<Sentence> corpus() throws IOException {
        return Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(parts -> new Sentence(parts[0], parts[1], parts[2]))
                .toList();
    }

    /** @return secrets that remain, by the masking that is tried */
    private static List<Sentence> remaining(String kind, Function<String, String> masking) throws IOException {
        return corpus().stream()
                .filter(sentence -> sentence.kind().equals(kind))
                .filter(sentence -> !sentence.isHiddenIn(masking.apply(sentence.text())))
                .toList();
    }

    @Test
    void ofEachKindOfSecretAtLeast99InAHundredAreFound() throws IOException {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(500);
        for (var kind : List.of("identity", "phone", "email")) {
            long all = corpus().stream()
                    .filter(sentence -> sentence.kind().equals(kind))
                    .count();
            var remaining = remaining(kind, text -> Masking.mask(text).text());
            assertThat(all).isGreaterThanOrEqualTo(150);
            assertThat(1 - (double) remaining.size() / all)
                    .as("%s: %s remain", kind, remaining)
                    .isGreaterThanOrEqualTo(RECALL);
        }
    }

    @Test
    void ordinarySentencesAreLeftAlone() throws IOException {
        var ordinary = corpus().stream()
                .filter(sentence -> sentence.kind().equals("none"))
                .toList();
        var masked = ordinary.stream()
                .filter(sentence -> Masking.mask(sentence.text()).changed())
                .toList();
        assertThat((double) masked.size() / ordinary.size())
                .as("masked in vain: %s", masked)
                .isLessThanOrEqualTo(MASKED_IN_VAIN);
    }

    /** A masking that knows fewer forms is found out by the corpus. */
    @Test
    void aMaskingThatKnowsOnlyTheTextbookFormsFails() throws IOException {
        Function<String, String> textbook = text -> text.replaceAll("\\d{6}[-A]\\d{3}\\w", "")
                .replaceAll("0\\d{2} \\d{3} \\d{4}", "")
                .replaceAll("\\S+@\\S+", "");
        for (var kind : List.of("identity", "phone", "email")) {
            assertThat(remaining(kind, textbook)).as(kind).hasSizeGreaterThan(10);
        }
    }
}
