package fi.rinnalla.feedback.figure;

import java.util.List;

/**
 * Two shares side by side. They were found together; neither is because of the other.
 *
 * @param difference of the first and the second, -1 to 1
 * @param low        lower end of its 95 % interval (Newcombe 1998, method 10)
 * @param high       upper end of it
 * @param effect     Cohen's h (1988), the distance on a scale on which equal steps are equally easy to see
 * @param size       {@code unclear} where the interval holds zero, else {@code small} below 0.5, {@code medium} below 0.8, {@code large}
 */
public record Comparison(double difference, double low, double high, double effect, String size) {

    private static final double MEDIUM_FROM = 0.5;
    private static final double LARGE_FROM = 0.8;

    /** Of a share, so many of so many, and another. */
    static Comparison of(long oneHolds, long oneOf, long otherHolds, long otherOf) {
        double one = (double) oneHolds / oneOf;
        double other = (double) otherHolds / otherOf;
        var around = Interval.of(one, (double) oneOf);
        var aroundOther = Interval.of(other, (double) otherOf);
        double difference = one - other;
        double low = difference - Math.hypot(one - around.low(), aroundOther.high() - other);
        double high = difference + Math.hypot(around.high() - one, other - aroundOther.low());
        double effect = 2 * Math.asin(Math.sqrt(one)) - 2 * Math.asin(Math.sqrt(other));
        return new Comparison(
                Interval.rounded(difference),
                Interval.rounded(Math.max(-1, low)),
                Interval.rounded(Math.min(1, high)),
                Interval.rounded(effect),
                size(low, high, Math.abs(effect)));
    }

    private static String size(double low, double high, double effect) {
        if (low <= 0 && high >= 0) {
            return "unclear";
        }
        return effect < MEDIUM_FROM ? "small" : effect < LARGE_FROM ? "medium" : "large";
    }

    static List<String> sizes() {
        return List.of("unclear", "small", "medium", "large");
    }
}
