package fi.rinnalla.feedback.figure;

import fi.rinnalla.feedback.FeedbackSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
            return new Table(Figure.hidden(threshold), parts.stream().map(part -> Figure.hidden(threshold)).toList());
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

    /**
     * A share that moves by whole batches: of the facts in the order of their arrival, as many as make a multiple of the
     * threshold; below it, and for nothing at all, it is hidden.
     */
    public Rate rate(List<Rate.Part> facts) {
        int n = facts.size() - facts.size() % threshold;
        if (n == 0) {
            return Rate.hidden(threshold);
        }
        var whole = facts.subList(0, n);
        return Rate.shown(
                n,
                whole.stream().mapToLong(Rate.Part::holds).sum(),
                whole.stream().mapToLong(Rate.Part::of).sum());
    }

    /** The mean of what each of several shares lacks; hidden where one of them is. */
    public Rate lack(List<Rate> shares) {
        if (shares.stream().anyMatch(share -> share.share() == null)) {
            return Rate.hidden(threshold);
        }
        int n = shares.stream().mapToInt(share -> java.util.Objects.requireNonNull(share.n())).sum();
        return Rate.composed(
                n, shares.stream().mapToDouble(share -> 1 - java.util.Objects.requireNonNull(share.share())).average().orElseThrow());
    }
}
