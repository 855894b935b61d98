package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.request.PeerRequest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Who suits each of many requests, and how well: the same as {@link HardRules} and {@link Score} say of each pair, counted
 * once for all requests that differ in nothing but their time.
 */
final class Suitability {

    private record Alike(YearMonth month, PeerRequest.Needs needs) {}

    /** People by index, in rising order, and what they have without the time. */
    private record Suited(int[] people, int[] points) {}

    private final Function<YearMonth, List<Candidate>> ofMonth;
    private final Map<YearMonth, List<Candidate>> months = new HashMap<>();
    private final Map<Alike, Suited> suited = new HashMap<>();

    /** @param ofMonth everybody of the pool with their load in a month, in the same order for each month */
    Suitability(Function<YearMonth, List<Candidate>> ofMonth) {
        this.ofMonth = ofMonth;
    }

    int people() {
        return months.values().stream().findFirst().map(List::size).orElse(0);
    }

    Candidate candidate(PeerRequest request, int person) {
        return candidates(request).get(person);
    }

    Planner.Seat seat(PeerRequest request) {
        var candidates = candidates(request);
        var alike = suited.computeIfAbsent(
                new Alike(request.slot().month(), request.needs()), _ -> suitedForTheNeeds(request, candidates));
        var people = new int[alike.people().length];
        var points = new int[alike.people().length];
        int found = 0;
        for (int i = 0; i < alike.people().length; i++) {
            var candidate = candidates.get(alike.people()[i]);
            if (!HardRules.ruleOutForTheTime(request, candidate)) {
                people[found] = alike.people()[i];
                points[found++] = alike.points()[i] + Score.points(Score.ofTheTime(request, candidate));
            }
        }
        return new Planner.Seat(
                request.slot().begins().getEpochSecond(),
                request.slot().ends().getEpochSecond(),
                Arrays.copyOf(people, found),
                Arrays.copyOf(points, found));
    }

    private List<Candidate> candidates(PeerRequest request) {
        return months.computeIfAbsent(request.slot().month(), ofMonth);
    }

    private static Suited suitedForTheNeeds(PeerRequest request, List<Candidate> candidates) {
        var people = IntStream.range(0, candidates.size())
                .filter(person -> !HardRules.ruleOutThePerson(request, candidates.get(person))
                        && !HardRules.ruleOutForTheNeeds(request, candidates.get(person)))
                .toArray();
        return new Suited(
                people,
                Arrays.stream(people)
                        .map(person -> Score.points(Score.ofTheNeeds(request, candidates.get(person))))
                        .toArray());
    }
}
