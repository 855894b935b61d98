package fi.rinnalla.feedback.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A share of facts, or only that they are too few to tell.
 *
 * @param n     facts that it rests on; absent where hidden
 * @param under the threshold; present where hidden
 * @param share from 0 to 1
 * @param low   lower end of its 95 % interval (Wilson 1927); absent for a composed figure
 * @param high  upper end of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rate(
        @Nullable Integer n, @Nullable Integer under, @Nullable Double share, @Nullable Double low, @Nullable Double high) {

    /** So many of so many. */
    public record Part(int holds, int of) {}

    static Rate hidden(int threshold) {
        return new Rate(null, threshold, null, null, null);
    }

    static Rate composed(int n, double share) {
        return new Rate(n, null, Interval.rounded(share), null, null);
    }

    static Rate shown(int n, long holds, long of) {
        var interval = Interval.of((double) holds / of, of);
        return new Rate(n, null, Interval.rounded((double) holds / of), interval.low(), interval.high());
    }
}
