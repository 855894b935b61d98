package fi.rinnalla.peerexpert.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.claim.ClaimEvent.ClaimPaid;
import fi.rinnalla.event.claim.ClaimEvent.ClaimSubmitted;
import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.keeping.Whole;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a peer expert is owed for a task, on its way: submitted, perhaps asked about, approved, sent to payroll, paid. */
class Claim extends Whole {

    enum State {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("submitted")
        SUBMITTED,
        @JsonProperty("question")
        QUESTION,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("sent-to-payroll")
        SENT,
        @JsonProperty("paid")
        PAID
    }

    /** @param cents of a euro, with tax */
    record Expense(
            @Words(max = 200) String what,

            @Min(value = 1, message = "1-to-100000") @Max(value = 100_000, message = "1-to-100000")
            int cents) {}

    /** @param on the day on which it came so far */
    record Step(State state, LocalDate on) {}

    private UUID assignment;
    private UUID peerExpert;
    private String unit;
    private LocalDate workedOn;
    private Compensation compensation;
    private int feeCents;
    private boolean travelPaid;
    private int kilometres;
    private int centsAKilometre;
    private List<Expense> expenses = new ArrayList<>();
    private State state = State.DRAFT;
    private List<Step> steps = new ArrayList<>();
    private @Nullable String question;
    private @Nullable String answer;
    private @Nullable UUID batch;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Claim() {}

    Claim(UUID id, Assignment done, Terms agreed, LocalDate workedOn, int centsAKilometre, LocalDate today) {
        super(id);
        this.assignment = done.id();
        this.peerExpert = done.peerExpert();
        this.unit = done.unit();
        this.workedOn = workedOn;
        this.compensation = agreed.compensation();
        this.feeCents = agreed.cents();
        this.travelPaid = agreed.travelPaid();
        this.centsAKilometre = centsAKilometre;
        reach(State.DRAFT, today);
    }

    /** Before it is submitted, and while a question is open. */
    void fill(int drivenKilometres, List<Expense> paid, PayrollSettings limits) {
        require("filled in", State.DRAFT, State.QUESTION);
        if (drivenKilometres > 0 && !travelPaid) {
            throw BadRequest.field("/kilometres", "travel-not-paid", "The terms of this task don't pay travel.");
        }
        if (drivenKilometres > limits.mostKilometres()) {
            throw BadRequest.field(
                    "/kilometres",
                    "over-the-limit",
                    "At most %d km for one task here. Ask your coordinator.".formatted(limits.mostKilometres()));
        }
        if (paid.stream().mapToInt(Expense::cents).sum() > limits.mostExpenseCents()) {
            throw BadRequest.field(
                    "/expenses",
                    "over-the-limit",
                    "Together the expenses are over what is paid for one task here. Ask your coordinator.");
        }
        kilometres = drivenKilometres;
        expenses = new ArrayList<>(paid);
    }

    ClaimSubmitted submit(LocalDate on) {
        require("submitted", State.DRAFT);
        if (totalCents() == 0) {
            throw new Refused(
                    "nothing-to-pay",
                    "There is nothing to pay in this claim: no fee was agreed, and no expense is written down.");
        }
        reach(State.SUBMITTED, on);
        return new ClaimSubmitted(unit, on);
    }

    void question(String words, LocalDate on) {
        require("asked about", State.SUBMITTED);
        question = words;
        answer = null;
        reach(State.QUESTION, on);
    }

    void answer(String words, LocalDate on) {
        require("answered", State.QUESTION);
        answer = words;
        reach(State.SUBMITTED, on);
    }

    void approve(LocalDate on) {
        require("approved", State.SUBMITTED);
        reach(State.APPROVED, on);
    }

    void send(UUID inBatch, LocalDate on) {
        require("sent to payroll", State.APPROVED);
        batch = inBatch;
        reach(State.SENT, on);
    }

    /** Only what was sent can be paid, and only once. */
    ClaimPaid pay(LocalDate on) {
        require("paid", State.SENT);
        reach(State.PAID, on);
        var submitted = submittedOn().orElseThrow();
        return new ClaimPaid(unit, submitted, on, (int) java.time.temporal.ChronoUnit.DAYS.between(submitted, on));
    }

    private void reach(State reached, LocalDate on) {
        state = reached;
        steps.add(new Step(reached, on));
    }

    private void require(String what, State... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new Refused("wrong-state", "A claim is " + what + " in another state than this one has.");
        }
    }

    int totalCents() {
        return feeCents
                + kilometres * centsAKilometre
                + expenses.stream().mapToInt(Expense::cents).sum();
    }

    Optional<LocalDate> submittedOn() {
        return steps.stream()
                .filter(step -> step.state() == State.SUBMITTED)
                .map(Step::on)
                .findFirst();
    }

    /** A draft is the peer expert's own; the coordination sees a claim once it is submitted. */
    boolean isVisible(boolean own, boolean coordinating) {
        return own || coordinating && state != State.DRAFT;
    }

    boolean isOf(UUID someone) {
        return peerExpert.equals(someone);
    }

    UUID assignment() {
        return assignment;
    }

    UUID peerExpert() {
        return peerExpert;
    }

    String unit() {
        return unit;
    }

    LocalDate workedOn() {
        return workedOn;
    }

    Compensation compensation() {
        return compensation;
    }

    int feeCents() {
        return feeCents;
    }

    int kilometres() {
        return kilometres;
    }

    int travelCents() {
        return kilometres * centsAKilometre;
    }

    List<Expense> expenses() {
        return expenses;
    }

    State state() {
        return state;
    }

    List<Step> steps() {
        return steps;
    }

    @Nullable
    String question() {
        return question;
    }

    @Nullable
    String answer() {
        return answer;
    }

    Optional<UUID> batch() {
        return Optional.ofNullable(batch);
    }
}
