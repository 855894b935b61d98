package fi.rinnalla.feedback.figure;

/**
 * How facts become a figure.
 *
 * @param opinion     whether a fact is what one person thinks: it is then also hidden where all think alike
 * @param agreesFrom  the score from which an opinion holds; 0 where a fact says itself whether it holds
 * @param mean        whether the figure is a mean and not a share
 */
public record Measure(boolean opinion, int agreesFrom, boolean mean) {

    public static final Measure SHARE = new Measure(false, 0, false);
    public static final Measure MEAN = new Measure(false, 0, true);

    public static Measure agreement(int from) {
        return new Measure(true, from, false);
    }

    long holds(Rate.Part fact) {
        return opinion ? (fact.holds() >= agreesFrom ? 1 : 0) : fact.holds();
    }
}
