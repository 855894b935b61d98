package fi.rinnalla.peerexpert.matching;

import static java.util.Objects.requireNonNull;

import fi.rinnalla.peerexpert.request.PeerRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Who suits each of many requests, and how well: the same as {@link HardRules} and {@link Score} say of each pair. A rule is
 * asked once for all requests that are equal in what it reads, and only what hangs on the hour for each pair that is left.
 */
final class Suitability {

    private final Function<YearMonth, List<Candidate>> ofMonth;
    private final Map<YearMonth, Month> months = new HashMap<>();

    /** @param ofMonth everybody of the pool with their load in a month, in the same order for each month */
    Suitability(Function<YearMonth, List<Candidate>> ofMonth) {
        this.ofMonth = ofMonth;
    }

    int people() {
        return months.values().stream()
                .findFirst()
                .map(month -> month.candidates.size())
                .orElse(0);
    }

    Candidate candidate(PeerRequest request, int person) {
        return month(request).candidates.get(person);
    }

    Planner.Seat seat(PeerRequest request) {
        return month(request).seat(request);
    }

    private Month month(PeerRequest request) {
        return months.computeIfAbsent(request.slot().month(), month -> new Month(ofMonth.apply(month)));
    }

    /** What was judged of the people of one month. */
    private static final class Month {

        private final List<Candidate> candidates;
        /** For each rule, by what it reads: whom it rules out, by index. */
        private final List<Map<Object, BitSet>> out = new ArrayList<>();
        /** For each ground, by what it reads: the points of each person, by index. */
        private final List<Map<Object, int[]>> points = new ArrayList<>();

        Month(List<Candidate> candidates) {
            this.candidates = candidates;
            HardRules.OF_THE_REQUEST.forEach(_ -> out.add(new HashMap<>()));
            Score.OF_THE_REQUEST.forEach(_ -> points.add(new HashMap<>()));
        }

        Planner.Seat seat(PeerRequest request) {
            var points = points(request);
            var people = stayIn(request);
            return new Planner.Seat(
                    request.slot().begins().getEpochSecond(),
                    request.slot().ends().getEpochSecond(),
                    people,
                    IntStream.of(people)
                            .map(person -> sum(points, person) + Score.pointsOfTheHour(request, candidates.get(person)))
                            .toArray());
        }

        private static int sum(List<int[]> points, int person) {
            int sum = 0;
            for (var ofGround : points) {
                sum += ofGround[person];
            }
            return sum;
        }

        private int[] stayIn(PeerRequest request) {
            var ruledOut = new BitSet(candidates.size());
            for (int n = 0; n < out.size(); n++) {
                var rule = HardRules.OF_THE_REQUEST.get(n);
                ruledOut.or(out.get(n)
                        .computeIfAbsent(
                                requireNonNull(rule.reads()).apply(request),
                                _ -> IntStream.range(0, candidates.size())
                                        .filter(person -> rule.breaks().test(request, candidates.get(person)))
                                        .collect(BitSet::new, BitSet::set, BitSet::or)));
            }
            ruledOut.flip(0, candidates.size());
            return ruledOut.stream()
                    .filter(person -> !HardRules.ruleOutForTheHour(request, candidates.get(person)))
                    .toArray();
        }

        private List<int[]> points(PeerRequest request) {
            return IntStream.range(0, points.size())
                    .mapToObj(n -> {
                        var ground = Score.OF_THE_REQUEST.get(n);
                        return points.get(n)
                                .computeIfAbsent(
                                        requireNonNull(ground.reads()).apply(request),
                                        _ -> candidates.stream()
                                                .mapToInt(candidate -> ground.points(request, candidate))
                                                .toArray());
                    })
                    .toList();
        }
    }
}
