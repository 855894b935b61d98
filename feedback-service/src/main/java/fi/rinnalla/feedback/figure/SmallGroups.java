package fi.rinnalla.feedback.figure;

import fi.rinnalla.feedback.FeedbackSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one door through which a figure leaves. Whatever it lets out, nobody can be found in it. */
@Component
public class SmallGroups {

    private final int threshold;

    SmallGroups(FeedbackSettings settings) {
        this.threshold = settings.minGroupSize();
    }

    /** A total and the parts that make it up, each shown or hidden. */
    public record Table(Figure total, List<Figure> parts) {}

    /**
     * A total and its parts. Too small a group is hidden, and so is one in which all agree; an empty one looks the same.
     * Where one hidden part could be solved from the total, the smallest of the others is hidden as well.
     *
     * @param total the scores of the whole, 1 to 5
     * @param parts the scores of each part; what the parts leave out belongs to no part that is shown
     */
    public Table of(List<Integer> total, List<List<Integer>> parts) {
        if (!mayShow(total)) {
            return new Table(
                    Figure.hidden(threshold),
                    parts.stream().map(part -> Figure.hidden(threshold)).toList());
        }
        var shown = new ArrayList<>(parts.stream().map(this::mayShow).toList());
        if (shown.stream().filter(yes -> !yes).count() == 1) {
            IntStream.range(0, parts.size())
                    .filter(shown::get)
                    .boxed()
                    .min(Comparator.comparingInt(i -> parts.get(i).size()))
                    .ifPresent(smallest -> shown.set(smallest, false));
        }
        return new Table(
                Figure.shown(total),
                IntStream.range(0, parts.size())
                        .mapToObj(i -> shown.get(i) ? Figure.shown(parts.get(i)) : Figure.hidden(threshold))
                        .toList());
    }

    private boolean mayShow(List<Integer> scores) {
        return scores.size() >= threshold && scores.stream().distinct().count() > 1;
    }

    /**
     * A count that moves only by whole batches: rounded down to a multiple of the threshold, so that no single event can
     * be seen to arrive. Below the threshold, and for nothing at all, it is hidden.
     */
    public Count count(long n) {
        return n < threshold ? Count.hidden(threshold) : Count.atLeast(n - n % threshold);
    }

    public boolean isSmall(long n) {
        return n < threshold;
    }

    /**
     * A figure that moves by whole batches: of the facts in the order of their arrival, as many as make a multiple of the
     * threshold; below it, and for nothing at all, it is hidden. Opinions have come by whole batches already, each mixed: they
     * all count, and are hidden where all think alike.
     */
    public Rate rate(Measure measure, List<? extends Rate.Part> facts) {
        int n = measure.opinion() ? facts.size() : facts.size() - facts.size() % threshold;
        boolean alike = measure.opinion()
                && facts.stream().map(Rate.Part::holds).distinct().count() < 2;
        long of = facts.stream().limit(n).mapToLong(Rate.Part::of).sum();
        if (n < threshold || alike || of == 0) {
            return Rate.hidden(threshold);
        }
        long holds = facts.stream().limit(n).mapToLong(measure::holds).sum();
        return measure.mean() ? Rate.mean(n, (double) holds / of) : Rate.shown(n, holds, of);
    }

    /** A share of what came by whole batches, each large enough and mixed. */
    public Rate batches(List<? extends Rate.Part> batches) {
        long of = batches.stream().mapToLong(Rate.Part::of).sum();
        long holds = batches.stream().mapToLong(Rate.Part::holds).sum();
        return of < threshold || holds == 0 || holds == of ? Rate.hidden(threshold) : Rate.shown((int) of, holds, of);
    }

    /** A total and its parts; where one hidden part could be solved from the total, the smallest of the others is hidden as well. */
    public Rates rates(
            Measure measure, List<? extends Rate.Part> total, List<? extends List<? extends Rate.Part>> parts) {
        var whole = rate(measure, total);
        var each =
                new ArrayList<>(parts.stream().map(part -> rate(measure, part)).toList());
        if (whole.n() == null) {
            each.replaceAll(part -> Rate.hidden(threshold));
        } else if (each.stream().filter(part -> part.n() == null).count() == 1) {
            IntStream.range(0, each.size())
                    .filter(i -> each.get(i).n() != null)
                    .boxed()
                    .min(Comparator.comparingInt(i -> parts.get(i).size()))
                    .ifPresent(smallest -> each.set(smallest, Rate.hidden(threshold)));
        }
        return new Rates(whole, each);
    }

    /** A share beside the others that are shown, taken together; absent where there is nothing to compare. */
    public @Nullable Comparison compared(Rate one, List<Rate> others) {
        var shown = others.stream().filter(other -> other.share() != null).toList();
        if (one.share() == null || shown.isEmpty()) {
            return null;
        }
        return Comparison.of(
                holds(one), Objects.requireNonNull(one.n()),
                shown.stream().mapToLong(SmallGroups::holds).sum(),
                        shown.stream()
                                .mapToLong(other -> Objects.requireNonNull(other.n()))
                                .sum());
    }

    /** From what is shown alone. */
    private static long holds(Rate shown) {
        return Math.round(Objects.requireNonNull(shown.share()) * Objects.requireNonNull(shown.n()));
    }

    /** The mean of what each of several shares lacks; hidden where one of them is. */
    public Rate lack(List<Rate> shares) {
        if (shares.stream().anyMatch(share -> share.share() == null)) {
            return Rate.hidden(threshold);
        }
        int n = shares.stream()
                .mapToInt(share -> Objects.requireNonNull(share.n()))
                .sum();
        return Rate.composed(
                n,
                shares.stream()
                        .mapToDouble(share -> 1 - Objects.requireNonNull(share.share()))
                        .average()
                        .orElseThrow());
    }
}
