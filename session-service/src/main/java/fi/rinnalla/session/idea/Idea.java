package fi.rinnalla.session.idea;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.idea.IdeaEvent.AnswerLate;
import fi.rinnalla.event.idea.IdeaEvent.IdeaChecked;
import fi.rinnalla.event.idea.IdeaEvent.IdeaDecided;
import fi.rinnalla.event.idea.IdeaEvent.IdeaDivided;
import fi.rinnalla.event.idea.IdeaEvent.IdeaJoined;
import fi.rinnalla.event.idea.IdeaEvent.IdeaProposed;
import fi.rinnalla.event.idea.IdeaEvent.IdeaRooted;
import fi.rinnalla.event.idea.IdeaEvent.IdeaStopped;
import fi.rinnalla.event.idea.IdeaEvent.MandateStated;
import fi.rinnalla.event.idea.IdeaEvent.PilotStarted;
import fi.rinnalla.event.idea.IdeaEvent.ProposersTold;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Outcome;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An idea that gets an answer: proposed, with a mandate stated before it is discussed, decided with a reason, tried, rooted
 * in basic work or stopped with what was learned. Groups of clients' own and studies done together live the same life.
 */
class Idea extends Whole {

    enum State {
        @JsonProperty("proposed")
        PROPOSED,
        @JsonProperty("in-discussion")
        IN_DISCUSSION,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("adopted")
        ADOPTED,
        @JsonProperty("adapted")
        ADAPTED,
        @JsonProperty("pilot")
        PILOT,
        @JsonProperty("rooted")
        ROOTED,
        @JsonProperty("stopped")
        STOPPED,
        /** Goes on as part of another. */
        @JsonProperty("joined")
        JOINED,
        /** Goes on as several. */
        @JsonProperty("divided")
        DIVIDED
    }

    private static final Set<State> OPEN = EnumSet.of(State.PROPOSED, State.IN_DISCUSSION);
    private static final Set<State> YES = EnumSet.of(State.ADOPTED, State.ADAPTED);
    private static final Set<State> UNDER_WAY = EnumSet.of(State.ADOPTED, State.ADAPTED, State.PILOT, State.ROOTED);

    private State state = State.PROPOSED;
    private Proposed proposed;
    private List<Proposer> proposers = new ArrayList<>();
    private @Nullable Mandate mandate;
    private boolean late;
    private @Nullable String findings;
    private @Nullable Decision decision;
    private @Nullable LocalDate pilotStartedOn;
    private @Nullable Rooting rooting;
    private @Nullable String learned;
    private List<UUID> madeOf = new ArrayList<>();
    private @Nullable UUID goesOnIn;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Idea() {}

    Idea(UUID id, Proposed proposed, List<Proposer> proposers) {
        super(id);
        this.proposed = proposed;
        this.proposers.addAll(proposers);
    }

    IdeaProposed proposed() {
        return new IdeaProposed(
                proposed.unit(),
                proposed.on(),
                proposed.origin(),
                proposed.form(),
                proposed.area(),
                proposed.birth().of(),
                proposers.size(),
                proposers.stream().anyMatch(one -> one.codeHash() != null));
    }

    MandateStated state(Mandate mandate) {
        require(EnumSet.of(State.PROPOSED), "its mandate can be stated");
        this.mandate = mandate;
        state = State.IN_DISCUSSION;
        return new MandateStated(proposed.unit(), proposed.origin(), mandate.dueOn());
    }

    /** The day of the answer has gone by; said once. */
    Optional<AnswerLate> notice(LocalDate today) {
        if (state != State.IN_DISCUSSION || late || !today.isAfter(lastDay())) {
            return Optional.empty();
        }
        late = true;
        return Optional.of(new AnswerLate(proposed.unit(), proposed.origin(), dueOn()));
    }

    /** What a study found out; it is decided upon like any idea. */
    void found(String findings) {
        require(OPEN, "findings are written");
        if (proposed.form() != IdeaForm.INQUIRY) {
            throw new Refused("wrong-state", "Only a study has findings.");
        }
        this.findings = findings;
    }

    /** @param today after the day of the answer nobody writes down that it came in time: whoever proposed could not read it */
    IdeaDecided decide(Decision decision, LocalDate today) {
        require(EnumSet.of(State.IN_DISCUSSION), "it is decided: state first who can decide what and by when");
        if (!decision.on().isAfter(dueOn()) && (late || today.isAfter(lastDay()))) {
            throw BadRequest.field(
                    "/decidedOn",
                    "was-late",
                    "Its day went by without an answer that could be read here. Give the day on which it is told.");
        }
        if (decision.outcome() != Outcome.DECLINED && decision.deadline() == null) {
            throw BadRequest.field("/deadline", "required", "What is adopted has a day by which it is done.");
        }
        this.decision = decision;
        state = switch (decision.outcome()) {
            case ADOPTED -> State.ADOPTED;
            case ADAPTED -> State.ADAPTED;
            case DECLINED -> State.DECLINED;
        };
        return new IdeaDecided(
                proposed.unit(),
                proposed.origin(),
                proposed.form(),
                proposed.area(),
                dueOn(),
                decision.on(),
                decision.outcome(),
                decision.byManager(),
                decision.outOfScope(),
                proposers.size());
    }

    /** A proposer has read or heard the answer. Says so once all have. */
    Optional<ProposersTold> tell(Proposer told, LocalDate on) {
        if (decision == null) {
            throw new Refused("wrong-state", "There is no answer to tell yet.");
        }
        boolean wereAll = areAllTold();
        proposers.replaceAll(
                one -> one.isSame(told) && one.toldOn() == null ? new Proposer(one.login(), one.codeHash(), on) : one);
        return areAllTold() && !wereAll
                ? Optional.of(new ProposersTold(proposed.unit(), proposed.origin(), on, proposers.size()))
                : Optional.empty();
    }

    PilotStarted pilot(LocalDate on) {
        require(YES, "a pilot starts");
        pilotStartedOn = on;
        state = State.PILOT;
        return new PilotStarted(proposed.unit(), proposed.origin(), proposed.form(), on);
    }

    IdeaRooted root(LocalDate projectEndedOn, String ownerUnit) {
        require(EnumSet.of(State.PILOT), "it is rooted");
        rooting = new Rooting(projectEndedOn, ownerUnit, List.of());
        state = State.ROOTED;
        return new IdeaRooted(proposed.unit(), proposed.origin(), proposed.form(), projectEndedOn);
    }

    IdeaChecked check(Rooting.Check check) {
        require(EnumSet.of(State.ROOTED), "it is checked");
        var rooted = Objects.requireNonNull(rooting);
        if (check.monthsAfter() != 6 && check.monthsAfter() != 12) {
            throw BadRequest.field("/monthsAfter", "6-or-12", "It is checked 6 and 12 months after the project's end.");
        }
        if (check.on().isBefore(rooted.projectEndedOn().plusMonths(check.monthsAfter()))) {
            throw new Refused("wrong-state", "It is too early for this check.");
        }
        if (rooted.checks().stream().anyMatch(one -> one.monthsAfter() == check.monthsAfter())) {
            throw new Refused("wrong-state", "This check has been made already.");
        }
        rooting = new Rooting(
                rooted.projectEndedOn(),
                check.ownerUnit(),
                Stream.concat(rooted.checks().stream(), Stream.of(check)).toList());
        return new IdeaChecked(
                proposed.unit(), proposed.origin(), proposed.form(), check.on(), check.monthsAfter(), check.alive());
    }

    IdeaStopped stop(String learned, LocalDate on) {
        require(UNDER_WAY, "it is stopped");
        this.learned = learned;
        state = State.STOPPED;
        return new IdeaStopped(proposed.unit(), proposed.origin(), proposed.form(), on);
    }

    /** This idea goes on in another, and everybody who proposed it with it. */
    IdeaJoined join(Idea into) {
        require(OPEN, "it is joined with another");
        into.require(OPEN, "another is joined with it");
        proposers.stream()
                .filter(one -> into.proposers.stream().noneMatch(one::isSame))
                .forEach(into.proposers::add);
        into.madeOf.add(id());
        goesOnIn = into.id();
        state = State.JOINED;
        return new IdeaJoined(proposed.unit(), into.id());
    }

    /** This idea goes on as several; everybody who proposed it is in each. */
    IdeaDivided divide(List<UUID> ids, List<String> parts, Consumer<Idea> part) {
        require(OPEN, "it is divided");
        if (parts.size() < 2) {
            throw BadRequest.field("/parts", "at-least-2", "Divide it into two or more.");
        }
        for (int i = 0; i < parts.size(); i++) {
            var one = new Idea(ids.get(i), proposed.withWords(parts.get(i)), proposers);
            one.madeOf.add(id());
            part.accept(one);
        }
        state = State.DIVIDED;
        return new IdeaDivided(proposed.unit(), parts.size());
    }

    private void require(Set<State> allowed, String so) {
        if (!allowed.contains(state)) {
            var names = allowed.stream()
                    .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList();
            throw new Refused(
                    "wrong-state",
                    "This idea is %s; only when it is %s, %s."
                            .formatted(
                                    state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                    String.join(" or ", names),
                                    so));
        }
    }

    boolean areAllTold() {
        return proposers.stream().allMatch(one -> one.toldOn() != null);
    }

    boolean wasProposedBy(String login) {
        return proposers.stream().anyMatch(one -> login.equals(one.login()));
    }

    /** Which checks are due and not made: 6, 12. */
    List<Integer> checksDue(LocalDate today) {
        return state != State.ROOTED
                ? List.of()
                : Stream.of(6, 12)
                        .filter(months -> !today.isBefore(
                                rooting().orElseThrow().projectEndedOn().plusMonths(months)))
                        .filter(months ->
                                rooting().orElseThrow().checks().stream().noneMatch(one -> one.monthsAfter() == months))
                        .toList();
    }

    private LocalDate lastDay() {
        return Objects.requireNonNull(mandate).lastDay();
    }

    private LocalDate dueOn() {
        return Objects.requireNonNull(mandate).dueOn();
    }

    State state() {
        return state;
    }

    Proposed what() {
        return proposed;
    }

    List<Proposer> proposers() {
        return proposers;
    }

    Optional<Mandate> mandate() {
        return Optional.ofNullable(mandate);
    }

    boolean isLate() {
        return late;
    }

    @Nullable
    String findings() {
        return findings;
    }

    Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    @Nullable
    LocalDate pilotStartedOn() {
        return pilotStartedOn;
    }

    Optional<Rooting> rooting() {
        return Optional.ofNullable(rooting);
    }

    @Nullable
    String learned() {
        return learned;
    }

    List<UUID> madeOf() {
        return madeOf;
    }

    @Nullable
    UUID goesOnIn() {
        return goesOnIn;
    }
}
