package fi.rinnalla.feedback.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A count as it may be shown: either at least so many, or under the threshold.
 *
 * @param atLeast a multiple of the threshold
 * @param under   the threshold, where the count is hidden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Count(@Nullable Long atLeast, @Nullable Integer under) {

    static Count hidden(int threshold) {
        return new Count(null, threshold);
    }

    static Count atLeast(long n) {
        return new Count(n, null);
    }
}
