package fi.rinnalla.session.notebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.notebook.NotebookEvent.GoalSplit;
import fi.rinnalla.event.notebook.NotebookEvent.PrizeReached;
import fi.rinnalla.event.notebook.NotebookEvent.ServiceStarted;
import fi.rinnalla.event.notebook.NotebookEvent.StepDone;
import fi.rinnalla.event.notebook.NotebookEvent.SupportLinked;
import fi.rinnalla.event.notebook.NotebookEvent.WhatHelpedTold;
import fi.rinnalla.event.notebook.NotebookEvent.WinNamed;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What client and worker keep between revisions of a plan. It belongs to the plan and not to the worker, so it is there
 * for the next worker as well.
 */
class Notebook extends Whole {

    /** A goal split into steps with three questions (P19). */
    record Split(UUID goal, LocalDate on, String goesWell, String hardest, String rewards) {}

    /** Something good about the client, or that the client has done; named by either. */
    record Named(UUID id, String words, Source by, LocalDate on) {}

    /** What was tried, and what the client says of it (P18). */
    record Means(UUID id, String words, Verdict verdict) {}

    enum Verdict {
        @JsonProperty("tried")
        TRIED,
        @JsonProperty("works-for-me")
        WORKS_FOR_ME,
        @JsonProperty("ruled-out")
        RULED_OUT
    }

    /** A support that a goal leans on: kind and state, never an amount (P21). */
    record Support(UUID id, UUID goal, SupportKind kind, SupportState state) {}

    enum SupportKind {
        @JsonProperty("supplementary-income-support")
        SUPPLEMENTARY_INCOME_SUPPORT,
        @JsonProperty("preventive-income-support")
        PREVENTIVE_INCOME_SUPPORT,
        @JsonProperty("rehabilitation")
        REHABILITATION,
        @JsonProperty("housing-support")
        HOUSING_SUPPORT,
        @JsonProperty("transport")
        TRANSPORT,
        @JsonProperty("other")
        OTHER
    }

    enum SupportState {
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("applied-for")
        APPLIED_FOR,
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("ended")
        ENDED
    }

    /** A service, from the day by which it was wanted (P22). */
    record Service(
            UUID id,
            String name,
            LocalDate wantedBy,
            @Nullable LocalDate startedOn) {}

    /** Somebody of the network, and the goal that they look after (P15). */
    record Member(
            UUID id, String name, String task, @Nullable UUID goal) {}

    /** What helped, in the client's own words (P31). */
    record Helped(UUID id, String words, LocalDate on) {}

    private UUID plan = new UUID(0, 0);
    private String unit = "";
    private List<Split> splits = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();
    private List<Named> strengths = new ArrayList<>();
    private List<Named> wins = new ArrayList<>();
    private List<Means> means = new ArrayList<>();
    private List<Support> supports = new ArrayList<>();
    private List<Service> services = new ArrayList<>();
    private List<Member> network = new ArrayList<>();
    private List<Helped> whatHelped = new ArrayList<>();
    private @Nullable RewardScheme rewards;

    private Notebook() {}

    Notebook(UUID id, UUID plan, String unit) {
        super(id);
        this.plan = plan;
        this.unit = unit;
    }

    GoalSplit split(Split split, List<Step> into) {
        into.forEach(step -> requireUsable(step.means()));
        splits.add(split);
        steps.addAll(into);
        return new GoalSplit(unit, into.size());
    }

    /** A means that the client has ruled out is not used again. */
    private void requireUsable(@Nullable UUID wanted) {
        if (wanted != null && part(means, Means::id, wanted).verdict() == Verdict.RULED_OUT) {
            throw new Refused("ruled-out", "The client has ruled this means out. Choose another.");
        }
    }

    StepDone done(UUID step, LocalDate on) {
        var was = part(steps, Step::id, step);
        replace(steps, was, was.done(on));
        var began = splits.stream()
                .filter(split -> split.goal().equals(was.goal()))
                .map(Split::on)
                .max(Comparator.naturalOrder())
                .orElse(on);
        return new StepDone(unit, Math.toIntExact(Math.max(0, began.until(on, ChronoUnit.DAYS))));
    }

    void pause(UUID step) {
        var was = part(steps, Step::id, step);
        replace(steps, was, was.pause());
    }

    /** Back to what is ahead: after a pause, or because it was marked as done by mistake. */
    void resume(UUID step) {
        var was = part(steps, Step::id, step);
        replace(steps, was, was.resume());
        Optional.ofNullable(rewards).ifPresent(scheme -> scheme.requireCovered(steps));
    }

    void strength(Named strength) {
        strengths.add(strength);
    }

    WinNamed win(Named win) {
        wins.add(win);
        return new WinNamed(unit, win.by());
    }

    void tried(Means one) {
        means.add(one);
    }

    void judge(UUID id, Verdict verdict) {
        var was = part(means, Means::id, id);
        replace(means, was, new Means(id, was.words(), verdict));
    }

    SupportLinked link(Support support) {
        supports.add(support);
        return new SupportLinked(unit);
    }

    void support(UUID id, SupportState state) {
        var was = part(supports, Support::id, id);
        replace(supports, was, new Support(id, was.goal(), was.kind(), state));
    }

    void want(Service service) {
        services.add(service);
    }

    ServiceStarted start(UUID id, LocalDate on) {
        var was = part(services, Service::id, id);
        if (was.startedOn() != null) {
            throw new Refused("wrong-state", "This service has started already.");
        }
        replace(services, was, new Service(id, was.name(), was.wantedBy(), on));
        return new ServiceStarted(unit, Math.toIntExact(was.wantedBy().until(on, ChronoUnit.DAYS)));
    }

    void member(Member member) {
        network.add(member);
    }

    WhatHelpedTold helped(Helped words) {
        whatHelped.add(words);
        return new WhatHelpedTold(unit);
    }

    /** The client's own scheme takes the place of the one before; what was earned by it stays earned in steps. */
    void design(RewardScheme scheme) {
        scheme.requireCovered(steps);
        rewards = scheme;
    }

    /** The client says which coin a step is worth. */
    void price(UUID step, String coin) {
        scheme().worthOf(coin);
        var was = part(steps, Step::id, step);
        replace(steps, was, was.worth(coin));
    }

    PrizeReached takePrize(LocalDate on) {
        rewards = scheme().takePrize(steps, on);
        return new PrizeReached(unit);
    }

    private RewardScheme scheme() {
        return Optional.ofNullable(rewards)
                .orElseThrow(() ->
                        new Refused("wrong-state", "There is no reward scheme yet: the client designs one first."));
    }

    private static <T> T part(List<T> parts, Function<T, UUID> idOf, UUID id) {
        return parts.stream()
                .filter(one -> idOf.apply(one).equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static <T> void replace(List<T> parts, T was, T is) {
        parts.set(parts.indexOf(was), is);
    }

    UUID plan() {
        return plan;
    }

    List<Split> splits() {
        return splits;
    }

    List<Step> steps() {
        return steps;
    }

    List<Named> strengths() {
        return strengths;
    }

    List<Named> wins() {
        return wins;
    }

    List<Means> means() {
        return means;
    }

    List<Support> supports() {
        return supports;
    }

    List<Service> services() {
        return services;
    }

    List<Member> network() {
        return network;
    }

    List<Helped> whatHelped() {
        return whatHelped;
    }

    Optional<RewardScheme> rewards() {
        return Optional.ofNullable(rewards);
    }
}
