package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.question.Question;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page on which a set of questions is answered, and those that follow: thanks, or that the link is not open. */
@Component
class QuestionPage {

    private static final String FOLDER = "/answer";

    private final Pages pages = new Pages(FOLDER, "question", "thanks", "closed");

    private record Option(int value, String label, boolean chosen) {}

    private record Asked(
            String key,
            String words,
            @Nullable String plain,
            @Nullable String audio,
            boolean lead,
            boolean wrong,
            List<Option> options) {}

    private record WordsAsked(String key, String words, String filled) {}

    /**
     * @param filled what was filled in before, by key
     * @param faults what has to be mended
     * @param hidden fields that go along
     */
    ResponseEntity<String> ask(
            Language language,
            List<Question> questions,
            Function<String, @Nullable String> filled,
            List<String> faults,
            Map<String, String> hidden) {
        var texts = language.texts(FOLDER);
        var lead = questions.getFirst().key();
        var values = new HashMap<String, Object>();
        values.put(
                "asked",
                questions.stream()
                        .filter(Question::isScored)
                        .map(question -> new Asked(
                                question.key(),
                                question.words().in(language),
                                Optional.ofNullable(question.plain())
                                        .map(plain -> plain.in(language))
                                        .orElse(null),
                                Optional.ofNullable(question.audio())
                                        .map(audio -> audio.in(language))
                                        .orElse(null),
                                question.key().equals(lead),
                                faults.contains(question.key()),
                                options(question, texts, filled.apply(question.key()))))
                        .toList());
        questions.stream()
                .filter(question -> !question.isScored())
                .findFirst()
                .ifPresent(question -> values.put(
                        "inWords",
                        new WordsAsked(
                                question.key(),
                                question.words().in(language),
                                Objects.requireNonNullElse(filled.apply(question.key()), ""))));
        values.put("hidden", hidden.entrySet());
        values.put("idea", filled.apply("idea") != null);
        values.put("leadMissing", faults.contains(lead));
        values.put("wordsTooLong", faults.contains("words"));
        values.put("wrong", !faults.isEmpty());
        var status = faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.page(status, "question", language, values);
    }

    /** The best first, as it is read; from 0 to 10 in their order. */
    private static List<Option> options(Question question, Properties texts, @Nullable String chosen) {
        var scale = question.scale();
        return IntStream.rangeClosed(scale.least(), scale.most())
                .map(n -> scale == Question.Scale.AGREEMENT ? scale.most() + scale.least() - n : n)
                .mapToObj(n -> new Option(
                        n,
                        scale == Question.Scale.AGREEMENT ? texts.getProperty("scale" + n) : Integer.toString(n),
                        Integer.toString(n).equals(chosen)))
                .toList();
    }

    ResponseEntity<String> thanks(Language language, Map<String, ?> values) {
        return pages.page(HttpStatus.OK, "thanks", language, values);
    }

    ResponseEntity<String> closed(Language language) {
        return pages.page(HttpStatus.NOT_FOUND, "closed", language, Map.of());
    }
}
