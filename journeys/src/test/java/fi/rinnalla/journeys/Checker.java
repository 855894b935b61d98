package fi.rinnalla.journeys;

import fi.rinnalla.journeys.Observation.OnTopic;
import fi.rinnalla.journeys.Observation.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the promise was kept: nothing lost, nothing doubled, nothing out of order. Knows none of the services' code. */
final class Checker {

    /** A rule and how it finds what breaks it. */
    private record Rule(String name, Function<Observation, ?> broken) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "every acknowledged write is in the owner's database exactly once",
                    seen -> seen.acknowledged().keySet().stream()
                            .filter(id ->
                                    seen.owned().stream().filter(id::equals).count() != 1)
                            .toList()),
            new Rule(
                    "no refused write is",
                    seen -> seen.owned().stream()
                            .filter(seen.refused()::contains)
                            .toList()),
            new Rule(
                    "nothing is owned that nobody asked for",
                    seen -> seen.owned().stream()
                            .filter(id -> !seen.acknowledged().containsKey(id)
                                    && !seen.refused().contains(id))
                            .toList()),
            new Rule(
                    "every acknowledged write has said its events",
                    seen -> seen.acknowledged().entrySet().stream()
                            .filter(write -> seen.outbox().stream()
                                            .filter(said -> said.subject().equals(write.getKey()))
                                            .count()
                                    != write.getValue())
                            .toList()),
            new Rule("each subject's events count from 1 without gaps", Checker::gaps),
            new Rule("all is said", seen -> seen.unsaid() == 0 ? List.of() : List.of(seen.unsaid())),
            new Rule("every outbox row is on the topic", seen -> minus(ids(seen.outbox()), topicIds(seen))),
            new Rule("nothing foreign is on the topic", seen -> minus(topicIds(seen), ids(seen.outbox()))),
            new Rule(
                    "one partition holds a subject",
                    seen -> seen.topic().stream()
                            .collect(Collectors.groupingBy(
                                    OnTopic::key, Collectors.mapping(OnTopic::partition, Collectors.toSet())))
                            .entrySet()
                            .stream()
                            .filter(subject -> subject.getValue().size() > 1)
                            .toList()),
            new Rule("first occurrences are in order", Checker::outOfOrder),
            new Rule("the view is the fold of the distinct events", seen -> {
                var fold = seen.topic().stream()
                        .map(OnTopic::event)
                        .filter(event -> event.epoch() == latestEpoch(seen))
                        .filter(event -> seen.meantForView().contains(event.type()))
                        .map(Said::id)
                        .filter(id -> !seen.parked().contains(id))
                        .collect(Collectors.toSet());
                var wrong = minus(fold, new HashSet<>(seen.viewed()));
                wrong.addAll(minus(new HashSet<>(seen.viewed()), fold));
                return wrong;
            }),
            new Rule("the view holds each event once", seen -> repeated(seen.viewed())),
            new Rule("nothing waits to be read", seen -> seen.lag() == 0 ? List.of() : List.of(seen.lag())));

    private Checker() {}

    /** The rules that are broken, each with what breaks it; empty if the promise was kept. */
    static List<String> broken(Observation seen) {
        var broken = new ArrayList<String>();
        for (var rule : RULES) {
            var found = (java.util.Collection<?>) rule.broken().apply(seen);
            if (!found.isEmpty()) {
                broken.add(rule.name() + ": " + found.stream().limit(5).toList());
            }
        }
        return broken;
    }

    private static int latestEpoch(Observation seen) {
        return seen.topic().stream()
                .mapToInt(record -> record.event().epoch())
                .max()
                .orElse(1);
    }

    private static List<String> gaps(Observation seen) {
        var wrong = new ArrayList<String>();
        seen.outbox().stream()
                .collect(Collectors.groupingBy(Said::subject, Collectors.mapping(Said::sequence, Collectors.toList())))
                .forEach((subject, sequences) -> {
                    var sorted = sequences.stream().sorted().toList();
                    for (int i = 0; i < sorted.size(); i++) {
                        if (sorted.get(i) != i + 1) {
                            wrong.add(subject + " " + sorted);
                            return;
                        }
                    }
                });
        return wrong;
    }

    private static List<String> outOfOrder(Observation seen) {
        var wrong = new ArrayList<String>();
        Map<String, Long> last = new HashMap<>();
        var known = new HashSet<String>();
        seen.topic().stream()
                .sorted(java.util.Comparator.comparingInt(OnTopic::partition).thenComparingLong(OnTopic::offset))
                .filter(record ->
                        known.add(record.event().epoch() + record.event().id()))
                .forEach(record -> {
                    var subject = record.event().epoch() + record.event().subject();
                    if (last.getOrDefault(subject, 0L) + 1 != record.event().sequence()) {
                        wrong.add(record.toString());
                    }
                    last.put(subject, record.event().sequence());
                });
        return wrong;
    }

    private static Set<String> ids(List<Said> events) {
        return events.stream().map(Said::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> topicIds(Observation seen) {
        return seen.topic().stream().map(record -> record.event().id()).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> minus(Set<String> these, Set<String> those) {
        var rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static List<String> repeated(List<String> all) {
        var known = new HashSet<String>();
        return all.stream().filter(one -> !known.add(one)).toList();
    }
}
