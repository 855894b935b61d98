package fi.rinnalla.feedback.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A share of facts, or only that they are too few to tell.
 *
 * @param n     facts that it rests on; absent where hidden
 * @param under the threshold; present where hidden
 * @param share from 0 to 1
 * @param low   lower end of its 95 % interval (Wilson 1927); absent for a composed figure
 * @param high  upper end of it
 * @param mean  instead of a share, where the indicator is a mean
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rate(
        @Nullable Integer n,
        @Nullable Integer under,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double mean) {

    /** So many of so many. */
    public interface Part {

        int holds();

        int of();
    }

    static Rate hidden(int threshold) {
        return new Rate(null, threshold, null, null, null, null);
    }

    static Rate composed(int n, double share) {
        return new Rate(n, null, Interval.rounded(share), null, null, null);
    }

    static Rate shown(int n, long holds, long of) {
        double share = Math.min(1, (double) holds / of);
        var interval = Interval.of(share, (double) of);
        return new Rate(n, null, Interval.rounded(share), interval.low(), interval.high(), null);
    }

    public static Rate mean(int n, double mean) {
        return new Rate(n, null, null, null, null, Interval.rounded(mean));
    }

    /** The share or the mean of what is shown. */
    public double value() {
        return Objects.requireNonNull(share != null ? share : mean);
    }
}
