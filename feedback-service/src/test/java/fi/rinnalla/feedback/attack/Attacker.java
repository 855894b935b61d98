package fi.rinnalla.feedback.attack;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Tries to tell which of two people gave the low answer and which the high one: everything else about the world is the same
 * whichever it was, so whoever learns nothing is right half of the time. The attacker knows who came when, by which channel each
 * was met, and what everybody else answered.
 */
final class Attacker {

    /**
     * @param first        place of the first person in the order of arrival, from 0
     * @param second       place of the second, later
     * @param firstChannel by which the first was met
     * @param secondChannel by which the second was met
     * @param others       what the others answered, in the order of their arrival
     */
    record Known(int first, int second, String firstChannel, String secondChannel, List<Integer> others) {}

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    static final int LOW = 1;
    static final int HIGH = 5;

    /** Each gives whether the first gave the low answer; empty where it learns nothing. */
    private final Map<String, BiFunction<Known, Seen, Optional<Boolean>>> tricks = new LinkedHashMap<>();

    Attacker() {
        tricks.put(
                "the row at the place of arrival",
                (known, seen) -> byPlace(
                        known,
                        seen.copy().stream().map(row -> row.score().orElse(0)).toList()));
        tricks.put(
                "rows by their serial key",
                (known, seen) -> byPlace(
                        known,
                        seen.copy().stream()
                                .filter(row -> row.serial().isPresent())
                                .sorted(Comparator.comparing(row -> row.serial().orElseThrow()))
                                .map(row -> row.score().orElse(0))
                                .toList()));
        tricks.put(
                "a row by its channel",
                (known, seen) -> byChannel(
                        known,
                        channel -> seen.copy().stream()
                                .filter(row -> row.channel().equals(Optional.of(channel)))
                                .map(row -> row.score().orElse(0))
                                .toList()));
        tricks.put("a sealed row by its length", (known, seen) -> {
            var lengths = seen.copy().stream().map(Seen.Row::length).distinct().toList();
            return lengths.size() < 2
                    ? Optional.empty()
                    : byPlace(known, seen.copy().stream().map(Seen.Row::length).toList());
        });
        tricks.put(
                "the record at the place of arrival",
                (known, seen) -> byPlace(
                        known, seen.stream().stream().map(Seen.Record::heard).toList()));
        tricks.put(
                "a record by its channel",
                (known, seen) -> byChannel(
                        known,
                        channel -> seen.stream().stream()
                                .filter(one -> one.channel().equals(Optional.of(channel)))
                                .map(Seen.Record::heard)
                                .toList()));
        tricks.put("a mean before and after an arrival", Attacker::byMeans);
        tricks.put("a total less its parts", Attacker::bySubtraction);
        tricks.put("one period less another", Attacker::byPeriods);
        tricks.put("a number on somebody else's receipt", Attacker::byReceipts);
    }

    Map<String, BiFunction<Known, Seen, Optional<Boolean>>> tricks() {
        return tricks;
    }

    /** That somebody answered in a unit, from a page of it beside one of a unit that does not exist. */
    static boolean tellsThatSomebodyAnswered(Seen.Figure unit, Seen.Figure nobody) {
        return unit.n() == 0 && !unit.text().equals(nobody.text());
    }

    /** What every single person answered, from a figure at an end of the scale or one without spread. */
    static Optional<Integer> whatEverybodyAnswered(Seen.Figure figure) {
        return figure.n() > 0 && (figure.mean() == LOW || figure.mean() == HIGH)
                ? Optional.of((int) figure.mean())
                : Optional.empty();
    }

    private static Optional<Boolean> byPlace(Known known, List<Integer> inOrder) {
        return inOrder.size() <= known.second()
                ? Optional.empty()
                : lower(inOrder.get(known.first()), inOrder.get(known.second()));
    }

    private static Optional<Boolean> byChannel(Known known, java.util.function.Function<String, List<Integer>> scores) {
        var first = scores.apply(known.firstChannel());
        var second = scores.apply(known.secondChannel());
        return first.size() == 1
                ? lower(first.getFirst(), 3)
                : second.size() == 1 ? lower(3, second.getFirst()) : Optional.empty();
    }

    /** What the sum grew by when somebody came. */
    private static Optional<Boolean> byMeans(Known known, Seen seen) {
        var came = grown(seen, known.first());
        return came.isPresent()
                ? came.flatMap(score -> lower(score, 3))
                : grown(seen, known.second()).flatMap(score -> lower(3, score));
    }

    private static Optional<Integer> grown(Seen seen, int place) {
        if (seen.views().size() <= place + 1) {
            return Optional.empty();
        }
        var before = seen.views().get(place).get("all");
        var after = seen.views().get(place + 1).get("all");
        return before != null && after != null && after.n() == before.n() + 1 && (before.n() > 0 || after.n() == 1)
                ? Optional.of((int) Math.round(after.mean() * after.n() - before.mean() * before.n()))
                : Optional.empty();
    }

    /** A hidden part that holds one of the two alone. */
    private static Optional<Boolean> bySubtraction(Known known, Seen seen) {
        var last = seen.views().getLast();
        return left(last.get("all"), last.get(known.secondChannel()))
                .flatMap(score -> lower(score, 3))
                .or(() -> left(last.get("all"), last.get(known.firstChannel())).flatMap(score -> lower(3, score)));
    }

    private static Optional<Boolean> byPeriods(Known known, Seen seen) {
        var last = seen.views().getLast();
        return left(last.get("until the second"), last.get("until the first")).flatMap(score -> lower(3, score));
    }

    /** Of whoever came next after the first: a number there, taken as the mean until then, less what is known. */
    private static Optional<Boolean> byReceipts(Known known, Seen seen) {
        int place = known.first() + 1;
        if (place == known.second() || !seen.receipts().containsKey(place)) {
            return Optional.empty();
        }
        var number = NUMBER.matcher(seen.receipts().get(place));
        double others =
                known.others().stream().limit(place).mapToInt(score -> score).sum();
        return number.find()
                ? lower((int) Math.round(Double.parseDouble(number.group()) * (place + 1) - others), 3)
                : Optional.empty();
    }

    private static Optional<Integer> left(Seen.Figure whole, Seen.Figure part) {
        return whole != null && part != null && part.n() > 0 && whole.n() == part.n() + 1
                ? Optional.of((int) Math.round(whole.mean() * whole.n() - part.mean() * part.n()))
                : Optional.empty();
    }

    private static Optional<Boolean> lower(int one, int other) {
        return one == other ? Optional.empty() : Optional.of(one < other);
    }
}
