package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.task.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What rules somebody out, one after the other; the first that does is told. */
final class HardRules {

    private static final int MOST_OPEN_ASKS = 3;
    private static final int MOST_ASKS_IN_A_MONTH = 8;
    private static final int DEFAULT_TRAVEL_KM = 30;

    /** What a rule has to know of the request: a batch judges the first once, the second once for all requests that need alike. */
    private enum Asks {
        NOTHING,
        NEEDS,
        TIME
    }

    private record Named(Rule rule, Asks asks, BiPredicate<PeerRequest, Candidate> breaks) {}

    private static final List<Named> RULES = List.of(
            new Named(Rule.NOT_AVAILABLE, Asks.NOTHING, HardRules::isNotReady),
            new Named(Rule.NOT_AVAILABLE, Asks.TIME, HardRules::cannot),
            new Named(Rule.NOT_AVAILABLE, Asks.NEEDS, HardRules::isNeverWithThem),
            new Named(Rule.NOT_AVAILABLE, Asks.NEEDS, HardRules::hasAConflictOfInterest),
            new Named(Rule.NOT_AVAILABLE, Asks.TIME, HardRules::wouldGoOverTheirHours),
            new Named(Rule.NOT_AVAILABLE, Asks.NEEDS, HardRules::wouldEarnTooMuch),
            new Named(Rule.NOT_AVAILABLE, Asks.NEEDS, HardRules::hasNotAgreedOnRoles),
            new Named(Rule.BUSY, Asks.TIME, HardRules::isBusy),
            new Named(Rule.ASKED_ENOUGH, Asks.NOTHING, HardRules::wasAskedEnough),
            new Named(Rule.NOT_AVAILABLE, Asks.NEEDS, HardRules::keepsWhatIsNeededToThemselves),
            new Named(Rule.LANGUAGE, Asks.NEEDS, HardRules::speaksAnotherLanguage),
            new Named(Rule.TRAINING, Asks.TIME, HardRules::isNotTrained),
            new Named(Rule.ROLE, Asks.NEEDS, HardRules::doesNotWantTheRole),
            new Named(Rule.DISTANCE, Asks.NEEDS, HardRules::isTooFar));

    private static final List<Named> OF_THE_PERSON = asking(Asks.NOTHING);
    private static final List<Named> OF_THE_NEEDS = asking(Asks.NEEDS);
    private static final List<Named> OF_THE_TIME = asking(Asks.TIME);

    private HardRules() {}

    private static List<Named> asking(Asks what) {
        return RULES.stream().filter(named -> named.asks() == what).toList();
    }

    /** Empty where nothing speaks against asking. */
    static Optional<Rule> brokenBy(PeerRequest request, Candidate candidate) {
        return RULES.stream().filter(named -> named.breaks().test(request, candidate)).map(Named::rule).findFirst();
    }

    /** Whether nobody should ask this person now, for whatever. */
    static boolean ruleOutThePerson(PeerRequest anyRequest, Candidate candidate) {
        return anyBreaks(OF_THE_PERSON, anyRequest, candidate);
    }

    /** Whether this person is out for all requests with the same {@link PeerRequest#needs}. */
    static boolean ruleOutForTheNeeds(PeerRequest request, Candidate candidate) {
        return anyBreaks(OF_THE_NEEDS, request, candidate);
    }

    static boolean ruleOutForTheTime(PeerRequest request, Candidate candidate) {
        return anyBreaks(OF_THE_TIME, request, candidate);
    }

    private static boolean anyBreaks(List<Named> rules, PeerRequest request, Candidate candidate) {
        for (var named : rules) {
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
        return limits != null && limits.hours() != null && candidate.minutes() + minutesOf(request) > limits.hours() * 60;
    }

    private static boolean wouldEarnTooMuch(PeerRequest request, Candidate candidate) {
        var limits = candidate.peer().profile().limits();
        return limits != null
                && limits.cents() != null
                && candidate.cents() + request.terms().map(Terms::cents).orElse(0) > limits.cents();
    }

    private static boolean hasNotAgreedOnRoles(PeerRequest request, Candidate candidate) {
        return request.isPairWork() && !candidate.peer().mayWorkInPair();
    }

    private static boolean isBusy(PeerRequest request, Candidate candidate) {
        return candidate.booked().stream().anyMatch(request.slot()::overlaps);
    }

    private static boolean wasAskedEnough(PeerRequest request, Candidate candidate) {
        return candidate.openAsks() >= MOST_OPEN_ASKS || candidate.recentAsks() >= MOST_ASKS_IN_A_MONTH;
    }

    /** What may not be used can't be matched, and looks like a pause. */
    private static boolean keepsWhatIsNeededToThemselves(PeerRequest request, Candidate candidate) {
        return request.language().isPresent() && !allows(candidate, Consent.Field.LANGUAGES)
                || request.role().isPresent() && !allows(candidate, Consent.Field.ROLES)
                || request.where().latitude() != null && !allows(candidate, Consent.Field.REGION);
    }

    private static boolean allows(Candidate candidate, Consent.Field field) {
        return candidate.peer().allows(field, Consent.Purpose.POOL);
    }

    private static boolean speaksAnotherLanguage(PeerRequest request, Candidate candidate) {
        return request.language().filter(language -> !candidate.peer().profile().languages().contains(language)).isPresent();
    }

    private static boolean isNotTrained(PeerRequest request, Candidate candidate) {
        return request.isForTrained() && !candidate.peer().isTrainedOn(request.slot().on());
    }

    private static boolean doesNotWantTheRole(PeerRequest request, Candidate candidate) {
        return request.role().filter(role -> !candidate.peer().profile().roles().contains(role)).isPresent();
    }

    private static boolean isTooFar(PeerRequest request, Candidate candidate) {
        var profile = candidate.peer().profile();
        return request.where().remote()
                ? !profile.remote()
                : profile.home() != null
                        && request.where().kilometresTo(profile.home())
                                .filter(km -> km > Optional.ofNullable(profile.travelKm()).orElse(DEFAULT_TRAVEL_KM))
                                .isPresent();
    }

    private static int minutesOf(PeerRequest request) {
        return request.slot().minutes()
                + request.terms().map(terms -> terms.preparationMinutes() + terms.debriefMinutes()).orElse(0);
    }
}
