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
}
