package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in.
 *
 * @param scores        by key; only the first question is asked of everybody
 * @param mayBecomeIdea whether the giver allows that the words become an idea (P58)
 * @param faults        keys of what has to be mended first
 */
record Given(Map<String, Integer> scores, Optional<String> words, boolean mayBecomeIdea, List<String> faults) {

    private static final int LONGEST_WORDS = 1_000;

    /** @param field what was filled in under a key; absent if nothing */
    static Given read(List<Question> questions, Function<String, @Nullable String> field) {
        var scores = new LinkedHashMap<String, Integer>();
        questions.stream()
                .filter(Question::isScored)
                .forEach(question -> score(question, field.apply(question.key()))
                        .ifPresent(score -> scores.put(question.key(), score)));
        var words = questions.stream()
                .filter(question -> !question.isScored())
                .flatMap(question -> Optional.ofNullable(field.apply(question.key())).stream())
                .map(String::strip)
                .collect(Collectors.joining());
        var faults = new ArrayList<String>();
        if (!scores.containsKey(questions.getFirst().key())) {
            faults.add(questions.getFirst().key());
        }
        if (words.length() > LONGEST_WORDS) {
            faults.add("words");
        }
        return new Given(
                scores,
                Optional.of(words).filter(text -> !text.isEmpty()),
                field.apply("idea") != null,
                List.copyOf(faults));
    }

    private static Optional<Integer> score(Question question, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> value.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(score -> score >= question.scale().least()
                        && score <= question.scale().most());
    }
}
