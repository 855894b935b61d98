package fi.rinnalla.benchmarks;

/**
 * One line of the table.
 *
 * @param value what was reached
 * @param limit what the database's or broker's own tool reached in the same run; 0 where there is none
 * @param goal  as a share of the limit, or in the line's own unit where there is no limit
 */
record Measured(String what, double value, String unit, double limit, double goal, boolean moreIsBetter) {

    double share() {
        return limit == 0 ? value : value / limit;
    }

    boolean reached() {
        return moreIsBetter ? share() >= goal : share() <= goal;
    }
}
