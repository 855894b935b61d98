package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.task.Terms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rules somebody out, one after the other; the first that does is told. */
final class HardRules {

    private static final int MOST_OPEN_ASKS = 3;
    private static final int MOST_ASKS_IN_A_MONTH = 8;
    private static final int DEFAULT_TRAVEL_KM = 30;

    /**
     * @param reads what the rule looks at in a request: of requests that are equal in it, it rules out the same people. Absent
     *              where it hangs on the hour, in which hardly two requests are equal.
     */
    record Named(
            Rule rule, @Nullable Function<PeerRequest, Object> reads, BiPredicate<PeerRequest, Candidate> breaks) {}

    static final Function<PeerRequest, Object> NOTHING = _ -> "";

    private static final List<Named> ALL = List.of(
            new Named(Rule.NOT_AVAILABLE, NOTHING, HardRules::isNotReady),
            new Named(Rule.NOT_AVAILABLE, null, HardRules::cannot),
            new Named(Rule.NOT_AVAILABLE, PeerRequest::workers, HardRules::isNeverWithThem),
            new Named(Rule.NOT_AVAILABLE, PeerRequest::unit, HardRules::hasAConflictOfInterest),
            new Named(Rule.NOT_AVAILABLE, HardRules::minutesOf, HardRules::wouldGoOverTheirHours),
            new Named(Rule.NOT_AVAILABLE, HardRules::centsOf, HardRules::wouldEarnTooMuch),
            new Named(Rule.NOT_AVAILABLE, PeerRequest::isPairWork, HardRules::hasNotAgreedOnRoles),
            new Named(Rule.BUSY, null, HardRules::isBusy),
            new Named(Rule.ASKED_ENOUGH, NOTHING, HardRules::wasAskedEnough),
            new Named(Rule.NOT_AVAILABLE, HardRules::fieldsOf, HardRules::keepsWhatIsNeededToThemselves),
            new Named(Rule.LANGUAGE, PeerRequest::language, HardRules::speaksAnotherLanguage),
            new Named(Rule.TRAINING, HardRules::dayOfTraining, HardRules::isNotTrained),
            new Named(Rule.ROLE, PeerRequest::role, HardRules::doesNotWantTheRole),
            new Named(Rule.DISTANCE, PeerRequest::where, HardRules::isTooFar));

    static final List<Named> OF_THE_REQUEST =
            ALL.stream().filter(rule -> rule.reads() != null).toList();
    private static final List<Named> OF_THE_HOUR =
            ALL.stream().filter(rule -> rule.reads() == null).toList();

    private HardRules() {}

    /** Empty where nothing speaks against asking. */
    static Optional<Rule> brokenBy(PeerRequest request, Candidate candidate) {
        return ALL.stream()
                .filter(named -> named.breaks().test(request, candidate))
                .map(Named::rule)
                .findFirst();
    }

    static boolean ruleOutForTheHour(PeerRequest request, Candidate candidate) {
        for (var named : OF_THE_HOUR) {
            if (named.breaks().test(request, candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNotReady(PeerRequest request, Candidate candidate) {
        return !candidate.peer().isReady() || candidate.peer().isProtected();
    }

    private static boolean cannot(PeerRequest request, Candidate candidate) {
        return candidate.peer().profile().said(Availability.Kind.CANNOT, request.slot());
    }

    private static boolean isNeverWithThem(PeerRequest request, Candidate candidate) {
        return request.workers().stream().anyMatch(candidate.peer()::isNeverWith);
    }

    private static boolean hasAConflictOfInterest(PeerRequest request, Candidate candidate) {
        return candidate.peer().isClientOf(request.unit());
    }

    private static boolean wouldGoOverTheirHours(PeerRequest request, Candidate candidate) {
        var limits = candidate.peer().profile().limits();
        return limits != null
                && limits.hours() != null
                && candidate.minutes() + minutesOf(request) > limits.hours() * 60;
    }

    private static boolean wouldEarnTooMuch(PeerRequest request, Candidate candidate) {
        var limits = candidate.peer().profile().limits();
        return limits != null && limits.cents() != null && candidate.cents() + centsOf(request) > limits.cents();
    }

    private static boolean hasNotAgreedOnRoles(PeerRequest request, Candidate candidate) {
        return request.isPairWork() && !candidate.peer().mayWorkInPair();
    }

    private static boolean isBusy(PeerRequest request, Candidate candidate) {
        for (var task : candidate.booked()) {
            if (request.slot().overlaps(task)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wasAskedEnough(PeerRequest request, Candidate candidate) {
        return candidate.openAsks() >= MOST_OPEN_ASKS || candidate.recentAsks() >= MOST_ASKS_IN_A_MONTH;
    }

    /** What may not be used can't be matched, and looks like a pause. */
    private static boolean keepsWhatIsNeededToThemselves(PeerRequest request, Candidate candidate) {
        return fieldsOf(request).stream().anyMatch(field -> !candidate.peer().allows(field, Consent.Purpose.POOL));
    }

    private static Set<Consent.Field> fieldsOf(PeerRequest request) {
        var fields = EnumSet.noneOf(Consent.Field.class);
        request.language().ifPresent(_ -> fields.add(Consent.Field.LANGUAGES));
        request.role().ifPresent(_ -> fields.add(Consent.Field.ROLES));
        if (request.where().latitude() != null) {
            fields.add(Consent.Field.REGION);
        }
        return fields;
    }

    private static boolean speaksAnotherLanguage(PeerRequest request, Candidate candidate) {
        return request.language()
                .filter(language -> !candidate.peer().profile().languages().contains(language))
                .isPresent();
    }

    private static boolean isNotTrained(PeerRequest request, Candidate candidate) {
        return request.isForTrained()
                && !candidate.peer().isTrainedOn(request.slot().on());
    }

    private static Optional<LocalDate> dayOfTraining(PeerRequest request) {
        return Optional.of(request.slot().on()).filter(_ -> request.isForTrained());
    }

    private static boolean doesNotWantTheRole(PeerRequest request, Candidate candidate) {
        return request.role()
                .filter(role -> !candidate.peer().profile().roles().contains(role))
                .isPresent();
    }

    private static boolean isTooFar(PeerRequest request, Candidate candidate) {
        var profile = candidate.peer().profile();
        return request.where().remote()
                ? !profile.remote()
                : profile.home() != null
                        && request.where()
                                .kilometresTo(profile.home())
                                .filter(km -> km
                                        > Optional.ofNullable(profile.travelKm())
                                                .orElse(DEFAULT_TRAVEL_KM))
                                .isPresent();
    }

    private static int minutesOf(PeerRequest request) {
        return request.slot().minutes()
                + request.terms()
                        .map(terms -> terms.preparationMinutes() + terms.debriefMinutes())
                        .orElse(0);
    }

    private static int centsOf(PeerRequest request) {
        return request.terms().map(Terms::cents).orElse(0);
    }
}
