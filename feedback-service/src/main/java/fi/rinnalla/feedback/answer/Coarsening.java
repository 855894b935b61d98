package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of each answer's circumstances a batch may tell. Answers that are told alike form a class; every class
 * is a group in which nobody can be found. Where too few share kind, channel and pair, only the pair is told, and where
 * too few share that, nothing.
 */
final class Coarsening {

    /** What is told of an answer's circumstances; null is not told. */
    record Told(@Nullable MeetingKind kind, @Nullable Channel channel, @Nullable Boolean withPeerExpert) {
        static final Told NOTHING = new Told(null, null, null);
    }

    /** Answers that are told alike. */
    record Alike(Told told, List<Answer> answers) {}

    private static final List<Function<Answer, Told>> FROM_FINE_TO_COARSE = List.of(
            answer -> new Told(answer.kind(), answer.channel(), answer.withPeerExpert()),
            answer -> new Told(null, null, answer.withPeerExpert()));

    private Coarsening() {}

    /** @param batch safe as a whole */
    static List<Alike> of(List<Answer> batch, int minGroupSize) {
        var kept = new ArrayList<Alike>();
        var rest = batch;
        for (var telling : FROM_FINE_TO_COARSE) {
            var classes = rest.stream().collect(Collectors.groupingBy(telling));
            classes.forEach((told, answers) -> {
                if (isSafe(answers, minGroupSize)) {
                    kept.add(new Alike(told, answers));
                }
            });
            rest = classes.values().stream()
                    .filter(answers -> !isSafe(answers, minGroupSize))
                    .flatMap(Collection::stream)
                    .toList();
        }
        // Whoever is left over would stand out as "the others": the smallest classes keep them company.
        var others = new ArrayList<>(rest);
        kept.sort(Comparator.comparingInt((Alike one) -> one.answers().size()).reversed());
        while (!others.isEmpty() && !isSafe(others, minGroupSize) && !kept.isEmpty()) {
            others.addAll(kept.removeLast().answers());
        }
        if (!others.isEmpty()) {
            kept.add(new Alike(Told.NOTHING, others));
        }
        return kept;
    }

    /** Enough people, and not all of one mind: if all said the same, what each one said is known. */
    static boolean isSafe(List<Answer> answers, int minGroupSize) {
        return answers.size() >= minGroupSize
                && answers.stream().map(Answer::heard).distinct().count() > 1;
    }
}
