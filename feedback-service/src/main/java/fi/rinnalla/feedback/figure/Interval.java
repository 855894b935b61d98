package fi.rinnalla.feedback.figure;

/** The 95 % interval of a share (Wilson 1927). */
record Interval(double low, double high) {

    private static final double Z95 = 1.959964;

    /** @param share of n, from 0 to 1 */
    static Interval of(double share, double n) {
        double middle = (share + Z95 * Z95 / (2 * n)) / (1 + Z95 * Z95 / n);
        double half = Z95 * Math.sqrt(share * (1 - share) / n + Z95 * Z95 / (4 * n * n)) / (1 + Z95 * Z95 / n);
        return new Interval(rounded(Math.max(0, middle - half)), rounded(Math.min(1, middle + half)));
    }

    /** To a thousandth. */
    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
