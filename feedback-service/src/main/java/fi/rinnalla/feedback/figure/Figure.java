package fi.rinnalla.feedback.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of a group felt heard, or only that the group is too small to tell.
 *
 * @param n     answers; absent where hidden
 * @param under the threshold; present where hidden
 * @param share of answers 4 or 5 on the scale of 5, from 0 to 1
 * @param low   lower end of the share's 95 % interval (Wilson 1927)
 * @param high  upper end of it
 * @param mean  of the scores, 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @Nullable Integer n,
        @Nullable Integer under,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double mean) {

    private static final int HEARD_FROM = 4;

    static Figure hidden(int threshold) {
        return new Figure(null, threshold, null, null, null, null);
    }

    static Figure shown(List<Integer> scores) {
        int n = scores.size();
        double share =
                (double) scores.stream().filter(score -> score >= HEARD_FROM).count() / n;
        var interval = Interval.of(share, n);
        double mean = scores.stream().mapToInt(Integer::intValue).average().orElseThrow();
        return new Figure(n, null, Interval.rounded(share), interval.low(), interval.high(), Interval.rounded(mean));
    }
}
