package fi.rinnalla.peerexpert.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.AssignmentCompleted;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertAssigned;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertReleased;
import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task that a peer expert has accepted: prepared and debriefed together with the professional, and done. */
public class Assignment extends Whole {

    public enum State {
        @JsonProperty("given")
        GIVEN,
        /** Its time has changed so much that the peer expert is asked again. */
        @JsonProperty("asked-again")
        ASKED_AGAIN,
        @JsonProperty("done")
        DONE,
        @JsonProperty("released")
        RELEASED
    }

    /** How it felt: meaningfulness keeps people in (P59). */
    public enum Pulse {
        @JsonProperty("meaningful")
        MEANINGFUL,
        @JsonProperty("neutral")
        NEUTRAL,
        @JsonProperty("heavy")
        HEAVY,
        @JsonProperty("too-heavy")
        TOO_HEAVY
    }

    /** @param by login of the one of the pair who wrote it; both read it */
    record Note(String by, String words) {}

    private UUID request;
    private @Nullable UUID meeting;
    private UUID peerExpert;
    private String unit;
    private TaskKind kind;
    private Slot slot;
    private @Nullable Terms terms;
    private boolean feeRefused;
    private List<String> workers = new ArrayList<>();
    private State state = State.GIVEN;
    private @Nullable LocalDate doneOn;
    private @Nullable Integer actualMinutes;
    private List<Note> preparation = new ArrayList<>();
    private List<Note> debrief = new ArrayList<>();
    private @Nullable Pulse pulse;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Assignment() {}

    Assignment(UUID id, PeerRequest of, UUID peerExpert, boolean feeRefused) {
        super(id);
        this.request = of.id();
        this.meeting = of.meeting().orElse(null);
        this.peerExpert = peerExpert;
        this.unit = of.unit();
        this.kind = of.kind();
        this.slot = of.slot();
        this.terms = of.terms().orElse(null);
        this.feeRefused = feeRefused;
        this.workers = new ArrayList<>(of.workers());
    }

    /** Only a meeting's pair is told to the service that knows the meeting. */
    Optional<PeerExpertAssigned> assigned() {
        return Optional.ofNullable(meeting).map(PeerExpertAssigned::new);
    }

    Optional<PeerExpertReleased> release() {
        requireAhead();
        state = State.RELEASED;
        return Optional.ofNullable(meeting).map(PeerExpertReleased::new);
    }

    /** The fee may be refused, and the choice changed, until the task is done; expenses stay covered. */
    void refuseFee(boolean refused) {
        requireAhead();
        feeRefused = refused;
    }

    void follow(Slot to, boolean askAgain) {
        requireAhead();
        slot = to;
        state = askAgain ? State.ASKED_AGAIN : state;
    }

    void confirm() {
        if (state != State.ASKED_AGAIN) {
            throw new Refused("wrong-state", "Nothing is to be confirmed: the time is as it was.");
        }
        state = State.GIVEN;
    }

    AssignmentCompleted complete(LocalDate on, int minutes, String person, int inMonth) {
        requireAhead();
        state = State.DONE;
        doneOn = on;
        actualMinutes = minutes;
        return new AssignmentCompleted(
                unit, minutes, kind, kind == TaskKind.PAIR_WORK || !workers.isEmpty(), on, person, inMonth);
    }

    void prepare(String by, String words) {
        requireAhead();
        preparation.add(new Note(by, words));
    }

    void debrief(String by, String words) {
        requireDone("debriefed");
        debrief.add(new Note(by, words));
    }

    void feel(Pulse felt) {
        requireDone("asked how it felt");
        pulse = felt;
    }

    private void requireDone(String what) {
        if (state != State.DONE) {
            throw new Refused("wrong-state", "A task is " + what + " once it is done.");
        }
    }

    private void requireAhead() {
        switch (state) {
            case GIVEN, ASKED_AGAIN -> {}
            case DONE -> throw new Refused("wrong-state", "This task is done already.");
            case RELEASED ->
                throw new Refused("wrong-state", "Somebody else was wanted for this task, or nobody any more.");
        }
    }

    public boolean isAhead() {
        return state == State.GIVEN || state == State.ASKED_AGAIN;
    }

    public boolean isOf(UUID someone) {
        return peerExpert.equals(someone);
    }

    public UUID request() {
        return request;
    }

    public Optional<UUID> meeting() {
        return Optional.ofNullable(meeting);
    }

    public UUID peerExpert() {
        return peerExpert;
    }

    public String unit() {
        return unit;
    }

    public TaskKind kind() {
        return kind;
    }

    public Slot slot() {
        return slot;
    }

    /** What was agreed, without the fee where it was refused; empty for tasks of before there were terms. */
    public Optional<Terms> agreedTerms() {
        return Optional.ofNullable(terms).map(agreed -> feeRefused ? agreed.withoutFee() : agreed);
    }

    public boolean isFeeRefused() {
        return feeRefused;
    }

    public List<String> workers() {
        return workers;
    }

    public State state() {
        return state;
    }

    public Optional<LocalDate> doneOn() {
        return Optional.ofNullable(doneOn);
    }

    public Optional<Integer> actualMinutes() {
        return Optional.ofNullable(actualMinutes);
    }

    List<Note> preparation() {
        return preparation;
    }

    List<Note> debrief() {
        return debrief;
    }

    @Nullable
    Pulse pulse() {
        return pulse;
    }
}
