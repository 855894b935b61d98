package fi.rinnalla.feedback.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.OnBehalf;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures that were counted are kept until a fact arrives that could change them. A whole organisation's are counted from all
 * of its facts, of which one arrives at any time: they are counted anew at most every few seconds, and who asks meanwhile is
 * answered with those of before.
 */
@Component
public class Counted {

    private static final Duration OLDEST = Duration.ofMinutes(1);
    /** Of single figures, each of about a hundred bytes: 200 units can be read in turns by all that their pages ask. */
    private static final int MOST = 200_000;

    private record Question(
            String organisation,
            List<String> views,
            @Nullable String unit,
            Object about) {}

    private record Answer(long moved, long countedAt, Object figures, AtomicBoolean isCountedAgain) {

        Answer(long moved, Object figures) {
            this(moved, System.nanoTime(), figures, new AtomicBoolean());
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - countedAt > age.toNanos();
        }
    }

    private final Cache<Question, Answer> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Question, Answer>weigher((_, answer) -> 1 + single(answer.figures()))
            .build();
    private final Moves moves;
    private final OnBehalf onBehalf;
    private final Duration organisationFor;

    Counted(Moves moves, OnBehalf onBehalf, FeedbackSettings settings) {
        this.moves = moves;
        this.onBehalf = onBehalf;
        this.organisationFor = settings.organisationFiguresFor();
    }

    /**
     * @param views whose facts are counted
     * @param unit  absent for the whole organisation
     * @param about a value that says what is counted, and of which type the figures are
     */
    @SuppressWarnings("unchecked") // a question always has figures of the same type
    public <T> T of(List<String> views, @Nullable String unit, Object about, Supplier<T> count) {
        var question = new Question(Caller.current().orElseThrow().organisation(), views, unit, about);
        long moved = moves.of(views, unit);
        var before = kept.getIfPresent(question);
        if (before == null || mustBeCounted(before, unit, moved)) {
            // Of many who ask at once, one counts and the others wait for it.
            before = kept.asMap()
                    .compute(
                            question,
                            (_, known) -> known == null || mustBeCounted(known, unit, moved)
                                    ? new Answer(moved, count.get())
                                    : known);
        } else if (before.moved() != moved
                && before.isOlderThan(organisationFor)
                && before.isCountedAgain().compareAndSet(false, true)) {
            countAgain(question, moved, before, count);
        }
        return (T) before.figures();
    }

    private static int single(Object figures) {
        return switch (figures) {
            case Map<?, ?> each ->
                each.values().stream().mapToInt(Counted::single).sum();
            case Collection<?> each -> each.stream().mapToInt(Counted::single).sum();
            default -> 1;
        };
    }

    private boolean mustBeCounted(Answer before, @Nullable String unit, long moved) {
        boolean mayWait = unit == null && !organisationFor.isZero() && !before.isOlderThan(OLDEST);
        return before.moved() != moved && !mayWait;
    }

    private void countAgain(Question question, long moved, Answer before, Supplier<?> count) {
        Thread.ofVirtual().start(() -> {
            try {
                kept.put(question, new Answer(moved, onBehalf.found(question.organisation(), count)));
            } finally {
                before.isCountedAgain().set(false);
            }
        });
    }
}
