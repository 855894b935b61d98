package fi.rinnalla.feedback.attack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a reader with every right sees of one unit: an analyst of the stream, a manager with pages and exports at each
 * moment, and somebody with a copy of the database at the end.
 *
 * @param views  what the pages showed, after nobody, then after each arrival: figures by name, {@code n} and {@code mean} in each
 * @param stream records of the unit in the order of their offsets: score and, where told, channel
 * @param copy   rows in the order in which they stand: what can be read of each
 * @param receipts what return codes of the others opened in the end, by their place of arrival
 */
record Seen(List<Map<String, Figure>> views, List<Record> stream, List<Row> copy, Map<Integer, String> receipts) {

    /** @param n 0 where it is hidden */
    record Figure(int n, double mean, String text) {}

    record Record(int heard, Optional<String> channel) {}

    /**
     * @param serial  a key that grows, where there is one
     * @param score   where it can be read
     * @param channel where it can be read
     * @param length  of what is sealed
     */
    record Row(Optional<Long> serial, Optional<Integer> score, Optional<String> channel, int length) {}
}
