package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.request.PeerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How well somebody suits, and why: each point has its reason, which coordinator and peer expert can both read. More is
 * better; below zero is possible.
 */
public record Score(int points, List<Reason> reasons) {

    /**
     * @param code  which sentence tells it
     * @param value what the sentence is filled with: kilometres, a language, times
     */
    public record Reason(String code, String value, int points) {}

    private static final Reason TRAINED = new Reason("trained", "", 10);
    private static final int LANGUAGE = 10;
    private static final int KNOWN_PAIR = 15;
    private static final int PREFERRED = 10;
    private static final Reason WISHED_TIME = new Reason("wished-time", "", 10);
    private static final Reason RATHER_NOT = new Reason("rather-not", "", -20);
    private static final int FIRST_TASK = 5;
    private static final int MOST_TIMES = 3;
    private static final int KILOMETRES_A_POINT = 4;

    /**
     * @param reads what the ground looks at in a request: of requests that are equal in it, it says the same of each person.
     *              Absent where it hangs on the hour, in which hardly two requests are equal.
     */
    record Ground(
            @Nullable Function<PeerRequest, Object> reads, BiFunction<PeerRequest, Candidate, List<Reason>> reasons) {

        int points(PeerRequest request, Candidate candidate) {
            int points = 0;
            for (var reason : reasons.apply(request, candidate)) {
                points += reason.points();
            }
            return points;
        }
    }

    private static final List<Ground> ALL = List.of(
            new Ground(request -> request.slot().on(), Score::training),
            new Ground(null, Score::hour),
            new Ground(PeerRequest::language, Score::language),
            new Ground(PeerRequest::where, Score::distance),
            new Ground(PeerRequest::workers, Score::pairs),
            new Ground(HardRules.NOTHING, Score::load));

    static final List<Ground> OF_THE_REQUEST =
            ALL.stream().filter(ground -> ground.reads() != null).toList();
    private static final List<Ground> OF_THE_HOUR =
            ALL.stream().filter(ground -> ground.reads() == null).toList();

    static Score of(PeerRequest request, Candidate candidate) {
        var found = ALL.stream()
                .flatMap(ground -> ground.reasons().apply(request, candidate).stream())
                .toList();
        return new Score(found.stream().mapToInt(Reason::points).sum(), found);
    }

    static int pointsOfTheHour(PeerRequest request, Candidate candidate) {
        int points = 0;
        for (var ground : OF_THE_HOUR) {
            points += ground.points(request, candidate);
        }
        return points;
    }

    private static List<Reason> training(PeerRequest request, Candidate candidate) {
        return candidate.peer().isTrainedOn(request.slot().on()) ? List.of(TRAINED) : List.of();
    }

    private static List<Reason> hour(PeerRequest request, Candidate candidate) {
        var profile = candidate.peer().profile();
        boolean wished = profile.said(Availability.Kind.WISH, request.slot());
        boolean ratherNot = profile.said(Availability.Kind.RATHER_NOT, request.slot());
        if (wished) {
            return ratherNot ? List.of(WISHED_TIME, RATHER_NOT) : List.of(WISHED_TIME);
        }
        return ratherNot ? List.of(RATHER_NOT) : List.of();
    }

    private static List<Reason> language(PeerRequest request, Candidate candidate) {
        return request.language().stream()
                .map(language -> new Reason("language-" + language, "", LANGUAGE))
                .toList();
    }

    private static List<Reason> distance(PeerRequest request, Candidate candidate) {
        var home = candidate.peer().profile().home();
        return home == null || request.where().remote()
                ? List.of()
                : request.where().kilometresTo(home).stream()
                        .map(km -> new Reason("kilometres", km.toString(), -km / KILOMETRES_A_POINT))
                        .toList();
    }

    private static List<Reason> pairs(PeerRequest request, Candidate candidate) {
        var found = new ArrayList<Reason>(0);
        for (var worker : request.workers()) {
            int times = candidate.workedWith().getOrDefault(worker, 0);
            if (times > 0) {
                found.add(new Reason(
                        "worked-together", Integer.toString(times), KNOWN_PAIR * Math.min(times, MOST_TIMES)));
            }
            if (worker.equals(candidate.peer().profile().coWorker())) {
                found.add(new Reason("likes-to-work-with", "", PREFERRED));
            }
        }
        return found;
    }

    private static List<Reason> load(PeerRequest request, Candidate candidate) {
        var found = new ArrayList<Reason>();
        int load = candidate.recentTasks() + candidate.openAsks();
        found.add(
                load == 0
                        ? new Reason("first-for-a-while", "", FIRST_TASK)
                        : new Reason("recent-tasks", Integer.toString(load), -cost(load)));
        var limits = candidate.peer().profile().limits();
        if (limits != null
                && limits.hours() != null
                && candidate.peer().allows(Consent.Field.HOURS, Consent.Purpose.POOL)) {
            found.add(new Reason("hours-used", candidate.minutes() / 60 + "/" + limits.hours(), 0));
        }
        return found;
    }

    /** What one more task costs somebody who has had so many: it rises, so that work is spread. */
    static int cost(int tasks) {
        return 2 * tasks + tasks * tasks / 2;
    }
}
