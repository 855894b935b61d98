package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertJoined;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertLeft;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who develops with the organisation: what they tell of themselves, who may use it, and whether it is a good time. */
public class PeerExpert extends Whole {

    /** What it tells is elsewhere, under seal. */
    public record Story(
            UUID id,
            String title,
            LocalDate toldOn,
            @Nullable LocalDate withdrawnOn) {}

    private String login;
    private String name;
    private Level level;
    private @Nullable LocalDate trainedUntil;
    private LocalDate joinedOn;
    private Profile profile = Profile.UNTOLD;
    private Set<Consent> consents = new LinkedHashSet<>();
    private Readiness readiness = Readiness.YES;
    private @Nullable LocalDate readinessAnsweredOn;
    private int askEveryDays = 30;
    private boolean protectedPerson;
    private Set<String> neverWith = new TreeSet<>();
    private Set<String> ownUnits = new TreeSet<>();
    private @Nullable String supportContact;
    private @Nullable LocalDate agreedOnRoles;
    private List<Story> stories = new ArrayList<>();
    private @Nullable LocalDate leftOn;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private PeerExpert() {}

    PeerExpert(UUID id, String login, String name, Level level, LocalDate joinedOn) {
        super(id);
        this.login = login;
        this.name = name;
        this.level = level;
        this.joinedOn = joinedOn;
        consents.add(new Consent(Consent.Field.NAME, Consent.Purpose.POOL, null));
    }

    PeerExpertJoined joined(String pseudonym) {
        return new PeerExpertJoined(joinedOn, level == Level.TRAINED, pseudonym);
    }

    void describe(Profile told) {
        profile = told;
    }

    void consent(Consent given) {
        consents.add(given);
    }

    void withdraw(Consent taken) {
        consents.remove(taken);
    }

    /** What was allowed for a task ends with it. */
    public void taskEnded(UUID task) {
        consents.removeIf(consent -> task.equals(consent.task()));
    }

    public boolean allows(Consent.Field field, Consent.Purpose purpose) {
        return consents.contains(new Consent(field, purpose, null));
    }

    public boolean allowsForTask(Consent.Field field, UUID task) {
        return allows(field, Consent.Purpose.ORDERER)
                || consents.contains(new Consent(field, Consent.Purpose.ORDERER, task));
    }

    void ready(Readiness answer, @Nullable Integer everyDays, LocalDate today) {
        readiness = answer;
        readinessAnsweredOn = today;
        askEveryDays = Optional.ofNullable(everyDays).orElse(askEveryDays);
    }

    /** Whether it is time to ask again: the chosen interval has passed since the last answer. */
    boolean isToBeAsked(LocalDate today) {
        return leftOn == null
                && readiness != Readiness.PAUSED
                && !today.isBefore(Optional.ofNullable(readinessAnsweredOn)
                        .orElse(joinedOn)
                        .plusDays(askEveryDays));
    }

    public boolean isReady() {
        return readiness == Readiness.YES && leftOn == null;
    }

    void protect(boolean isProtected) {
        protectedPerson = isProtected;
    }

    /** Stands in no list, search, schedule, export or event. */
    public boolean isProtected() {
        return protectedPerson;
    }

    void never(Set<String> logins, Set<String> units) {
        neverWith = new TreeSet<>(logins);
        ownUnits = new TreeSet<>(units);
    }

    public boolean isNeverWith(String other) {
        return neverWith.contains(other);
    }

    /** Where they are clients themselves: a conflict of interest. */
    public boolean isClientOf(String unit) {
        return ownUnits.contains(unit);
    }

    /** @param support login of whoever is there when a task weighs */
    void agreedOnRoles(LocalDate on, String support) {
        agreedOnRoles = on;
        supportContact = support;
    }

    /** A pair task is not begun before worker and peer have agreed on their roles, and somebody is there for support (P39). */
    public boolean mayWorkInPair() {
        return agreedOnRoles != null;
    }

    /** @param until last day on which the training counts; absent where it does not run out */
    public void trained(@Nullable LocalDate until) {
        level = Level.TRAINED;
        trainedUntil = until;
    }

    public boolean isTrainedOn(LocalDate day) {
        return level == Level.TRAINED && (trainedUntil == null || !day.isAfter(trainedUntil));
    }

    void tell(UUID story, String title, LocalDate on) {
        stories.add(new Story(story, title, on, null));
    }

    /** A told story can be withdrawn; that it was told remains, without its words. */
    void withdrawStory(UUID story, LocalDate on) {
        if (stories.stream().noneMatch(one -> one.id().equals(story))) {
            throw new NotFound();
        }
        stories.replaceAll(one ->
                one.id().equals(story) && one.withdrawnOn() == null ? new Story(one.id(), "", one.toldOn(), on) : one);
    }

    /** Only that they were here remains, for what was paid. */
    PeerExpertLeft leave(LocalDate on) {
        if (leftOn != null) {
            throw new Refused("wrong-state", "You have left the pool already.");
        }
        leftOn = on;
        profile = Profile.UNTOLD;
        consents.clear();
        stories.clear();
        neverWith.clear();
        ownUnits.clear();
        return new PeerExpertLeft(joinedOn, on);
    }

    public boolean is(String someone) {
        return login.equals(someone);
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public Level level() {
        return level;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public Profile profile() {
        return profile;
    }

    Set<Consent> consents() {
        return consents;
    }

    Readiness readiness() {
        return readiness;
    }

    @Nullable
    LocalDate readinessAnsweredOn() {
        return readinessAnsweredOn;
    }

    int askEveryDays() {
        return askEveryDays;
    }

    Set<String> neverWith() {
        return neverWith;
    }

    Set<String> ownUnits() {
        return ownUnits;
    }

    public Optional<String> supportContact() {
        return Optional.ofNullable(supportContact);
    }

    @Nullable
    LocalDate agreedOnRoles() {
        return agreedOnRoles;
    }

    List<Story> stories() {
        return stories;
    }

    @Nullable
    LocalDate leftOn() {
        return leftOn;
    }
}
