package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.request.PeerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    static Score of(PeerRequest request, Candidate candidate) {
        var found = new ArrayList<Reason>();
        found.addAll(ofTheTime(request, candidate));
        found.addAll(ofTheNeeds(request, candidate));
        return new Score(points(found), List.copyOf(found));
    }

    static int points(List<Reason> reasons) {
        int points = 0;
        for (var reason : reasons) {
            points += reason.points();
        }
        return points;
    }

    /** Reasons that are the same for all requests with the same {@link PeerRequest#needs}. */
    static List<Reason> ofTheNeeds(PeerRequest request, Candidate candidate) {
        var found = new ArrayList<Reason>();
        var peer = candidate.peer();
        var profile = peer.profile();
        request.language().ifPresent(language -> found.add(new Reason("language-" + language, "", LANGUAGE)));
        kilometres(request, candidate).ifPresent(km -> found.add(new Reason("kilometres", km.toString(), -km / KILOMETRES_A_POINT)));
        for (var worker : request.workers()) {
            int times = candidate.workedWith().getOrDefault(worker, 0);
            if (times > 0) {
                found.add(new Reason("worked-together", Integer.toString(times), KNOWN_PAIR * Math.min(times, MOST_TIMES)));
            }
            if (worker.equals(profile.coWorker())) {
                found.add(new Reason("likes-to-work-with", "", PREFERRED));
            }
        }
        int load = candidate.recentTasks() + candidate.openAsks();
        found.add(load == 0 ? new Reason("first-for-a-while", "", FIRST_TASK) : new Reason("recent-tasks", Integer.toString(load), -cost(load)));
        if (profile.limits() != null && profile.limits().hours() != null && peer.allows(Consent.Field.HOURS, Consent.Purpose.POOL)) {
            found.add(new Reason("hours-used", candidate.minutes() / 60 + "/" + profile.limits().hours(), 0));
        }
        return found;
    }

    /** Reasons that hang on the day and the hour. */
    static List<Reason> ofTheTime(PeerRequest request, Candidate candidate) {
        var slot = request.slot();
        var profile = candidate.peer().profile();
        var found = new ArrayList<Reason>(0);
        if (candidate.peer().isTrainedOn(slot.on())) {
            found.add(TRAINED);
        }
        if (profile.said(Availability.Kind.WISH, slot)) {
            found.add(WISHED_TIME);
        }
        if (profile.said(Availability.Kind.RATHER_NOT, slot)) {
            found.add(RATHER_NOT);
        }
        return found;
    }

    /** What one more task costs somebody who has had so many: it rises, so that work is spread. */
    static int cost(int tasks) {
        return 2 * tasks + tasks * tasks / 2;
    }

    private static Optional<Integer> kilometres(PeerRequest request, Candidate candidate) {
        var home = candidate.peer().profile().home();
        return home == null || request.where().remote() ? Optional.empty() : request.where().kilometresTo(home);
    }
}
