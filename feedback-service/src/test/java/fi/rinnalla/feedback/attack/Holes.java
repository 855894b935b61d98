package fi.rinnalla.feedback.attack;

import fi.rinnalla.feedback.attack.Attacker.Known;
import fi.rinnalla.feedback.attack.Seen.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Houses with one hole each, as somebody could build them: what would be seen of a world there. */
final class Holes {

    private Holes() {}

    interface House {
        Seen of(Known known, List<Integer> answers, List<String> channels, Random chance);
    }

    static Map<String, House> all() {
        var holes = new LinkedHashMap<String, House>();
        holes.put(
                "a live mean",
                (known, answers, channels, chance) -> with(views(IntStream.rangeClosed(0, answers.size())
                        .mapToObj(n -> Map.of("all", shown(answers.subList(0, n), 1)))
                        .toList())));
        holes.put(
                "a serial key",
                (known, answers, channels, chance) -> copy(shuffled(
                        IntStream.range(0, answers.size())
                                .mapToObj(n -> new Seen.Row(
                                        Optional.of((long) n), Optional.of(answers.get(n)), Optional.empty(), 0))
                                .toList(),
                        chance)));
        holes.put(
                "rows in the order of arrival",
                (known, answers, channels, chance) -> copy(answers.stream()
                        .map(score -> new Seen.Row(Optional.empty(), Optional.of(score), Optional.empty(), 0))
                        .toList()));
        holes.put(
                "circumstances that can be read in a copy",
                (known, answers, channels, chance) -> copy(shuffled(
                        IntStream.range(0, answers.size())
                                .mapToObj(n -> new Seen.Row(
                                        Optional.empty(), Optional.of(answers.get(n)), Optional.of(channels.get(n)), 0))
                                .toList(),
                        chance)));
        holes.put(
                "a sealed row as long as what is in it",
                (known, answers, channels, chance) -> copy(answers.stream()
                        .map(score -> new Seen.Row(Optional.empty(), Optional.empty(), Optional.empty(), 40 + score))
                        .toList()));
        holes.put(
                "a release that is not shuffled",
                (known, answers, channels, chance) -> stream(answers.stream()
                        .map(score -> new Seen.Record(score, Optional.empty()))
                        .toList()));
        holes.put(
                "a channel of one that is told",
                (known, answers, channels, chance) -> stream(shuffled(
                        IntStream.range(0, answers.size())
                                .mapToObj(n -> new Seen.Record(answers.get(n), Optional.of(channels.get(n))))
                                .toList(),
                        chance)));
        holes.put(
                "free dates",
                (known, answers, channels, chance) -> with(views(List.of(Map.of(
                        "until the first",
                        shown(answers.subList(0, known.second()), 1),
                        "until the second",
                        shown(answers.subList(0, known.second() + 1), 1))))));
        holes.put("a part that the total leaves open", (known, answers, channels, chance) -> {
            var figures = new HashMap<String, Figure>();
            figures.put("all", shown(answers, 1));
            figures.put(known.secondChannel(), shown(without(answers, known.first()), 1));
            return with(views(List.of(figures)));
        });
        holes.put(
                "a receipt that tells the mean so far",
                (known, answers, channels, chance) -> new Seen(
                        List.of(Map.of()),
                        List.of(),
                        List.of(),
                        Map.of(
                                known.first() + 1,
                                Double.toString(answers.subList(0, known.first() + 2).stream()
                                        .mapToInt(score -> score)
                                        .average()
                                        .orElseThrow()))));
        return holes;
    }

    private static List<Integer> without(List<Integer> answers, int place) {
        var others = new ArrayList<>(answers);
        others.subList(place, place + 1).clear();
        return others;
    }

    static Figure shown(List<Integer> answers, int from) {
        return answers.size() < from
                ? new Figure(0, 0, "hidden")
                : new Figure(
                        answers.size(),
                        answers.stream().mapToInt(score -> score).average().orElse(0),
                        "shown");
    }

    private static <T> List<T> shuffled(List<T> rows, Random chance) {
        var shuffled = new ArrayList<>(rows);
        java.util.Collections.shuffle(shuffled, chance);
        return shuffled;
    }

    private static List<Map<String, Figure>> views(List<? extends Map<String, Figure>> views) {
        return List.copyOf(views);
    }

    private static Seen with(List<Map<String, Figure>> views) {
        return new Seen(views, List.of(), List.of(), Map.of());
    }

    private static Seen copy(List<Seen.Row> rows) {
        return new Seen(List.of(Map.of()), List.of(), rows, Map.of());
    }

    private static Seen stream(List<Seen.Record> records) {
        return new Seen(List.of(Map.of()), records, List.of(), Map.of());
    }
}
