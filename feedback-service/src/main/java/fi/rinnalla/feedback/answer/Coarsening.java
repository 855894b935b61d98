package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.question.DefaultQuestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of each answer's circumstances a batch may tell. Answers that are told alike form a class; every class
 * is a group in which nobody can be found. Whether a peer expert was there is told if that parts the batch into such groups;
 * kind and channel are told within them of those whom enough others share them with.
 */
final class Coarsening {

    /** What is told of an answer's circumstances; null is not told. */
    record Told(
            @Nullable MeetingKind kind,
            @Nullable Channel channel,
            @Nullable Boolean withPeerExpert) {
        static final Told NOTHING = new Told(null, null, null);
    }

    /** Answers that are told alike. */
    record Alike(Told told, List<Answer> answers) {}

    private Coarsening() {}

    /** @param batch safe as a whole */
    static List<Alike> of(List<Answer> batch, int minGroupSize) {
        var byPair = batch.stream().collect(Collectors.groupingBy(Answer::withPeerExpert));
        if (!byPair.values().stream().allMatch(answers -> isSafe(answers, minGroupSize))) {
            return List.of(new Alike(Told.NOTHING, batch));
        }
        return byPair.entrySet().stream()
                .flatMap(pair -> withinPair(pair.getKey(), pair.getValue(), minGroupSize).stream())
                .toList();
    }

    private static List<Alike> withinPair(boolean pair, List<Answer> answers, int minGroupSize) {
        var kept = new ArrayList<Alike>();
        var others = new ArrayList<Answer>();
        answers.stream()
                .collect(Collectors.groupingBy(answer -> new Told(answer.kind(), answer.channel(), pair)))
                .forEach((told, alike) -> {
                    if (isSafe(alike, minGroupSize)) {
                        kept.add(new Alike(told, alike));
                    } else {
                        others.addAll(alike);
                    }
                });
        // Whoever is left over would stand out as "the others": the smallest classes keep them company.
        kept.sort(Comparator.comparingInt((Alike one) -> one.answers().size()).reversed());
        while (!others.isEmpty() && !isSafe(others, minGroupSize)) {
            others.addAll(kept.removeLast().answers());
        }
        if (!others.isEmpty()) {
            kept.add(new Alike(new Told(null, null, pair), others));
        }
        return kept;
    }

    /** Enough people, and not all of one mind: if all said the same, what each one said is known. */
    static boolean isSafe(List<Answer> answers, int minGroupSize) {
        if (answers.size() < minGroupSize) {
            return false;
        }
        return answers.getFirst().giver() == Giver.CLIENT
                ? isMixed(answers, minGroupSize, DefaultQuestions.HEARD)
                : !tellable(answers, minGroupSize).isEmpty();
    }

    /** Questions whose scores may be told of a class: enough answered, and not all alike. */
    static Set<String> tellable(List<Answer> answers, int minGroupSize) {
        return answers.stream()
                .flatMap(answer -> answer.scores().keySet().stream())
                .distinct()
                .filter(question -> isMixed(answers, minGroupSize, question))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Also without those that somebody typed in: whoever did could take them from the rest. */
    private static boolean isMixed(List<Answer> answers, int minGroupSize, String question) {
        var byOneself = answers.stream()
                .filter(answer -> !answer.typedIn() && answer.scores().containsKey(question))
                .toList();
        return areMixed(answers, minGroupSize, question)
                && (byOneself.isEmpty() || areMixed(byOneself, minGroupSize, question));
    }

    private static boolean areMixed(List<Answer> answers, int minGroupSize, String question) {
        var scores = answers.stream()
                .map(answer -> answer.scores().get(question))
                .filter(Objects::nonNull)
                .toList();
        return scores.size() >= minGroupSize && scores.stream().distinct().count() > 1;
    }
}
