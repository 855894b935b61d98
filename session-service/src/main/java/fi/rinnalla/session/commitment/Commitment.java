package fi.rinnalla.session.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.commitment.CommitmentEvent.CommitmentClosed;
import fi.rinnalla.event.commitment.CommitmentEvent.CommitmentMade;
import fi.rinnalla.event.commitment.CommitmentOutcome;
import fi.rinnalla.event.commitment.PromisedBy;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise: who does what by when, and what became of it. The client sees every one. */
class Commitment extends Whole {

    enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("kept-late")
        KEPT_LATE,
        @JsonProperty("cancelled-with-notice")
        CANCELLED
    }

    /** @param name whose promise it is, in words that both know: "Mikko", "asumispalvelut" */
    record Promise(UUID client, String unit, String words, PromisedBy by, String name, LocalDate dueOn) {}

    private Promise promise;
    private State state = State.OPEN;
    private @Nullable LocalDate closedOn;
    private @Nullable String notice;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Commitment() {}

    Commitment(UUID id, Promise promise) {
        super(id);
        this.promise = promise;
    }

    CommitmentMade made() {
        return new CommitmentMade(promise.unit(), promise.by(), promise.dueOn());
    }

    CommitmentClosed keep(LocalDate on) {
        requireOpen();
        state = on.isAfter(promise.dueOn()) ? State.KEPT_LATE : State.KEPT;
        return closed(on, state == State.KEPT ? CommitmentOutcome.KEPT : CommitmentOutcome.LATE);
    }

    /** @param notice what was said to the other, before the day came */
    CommitmentClosed cancel(LocalDate on, String notice) {
        requireOpen();
        if (on.isAfter(promise.dueOn())) {
            throw new Refused("wrong-state", "Its day has passed: a promise is cancelled before, and kept late after.");
        }
        state = State.CANCELLED;
        this.notice = notice;
        return closed(on, CommitmentOutcome.CANCELLED_WITH_NOTICE);
    }

    private CommitmentClosed closed(LocalDate on, CommitmentOutcome outcome) {
        closedOn = on;
        return new CommitmentClosed(promise.unit(), promise.by(), promise.dueOn(), on, outcome);
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new Refused("wrong-state", "This promise is closed already.");
        }
    }

    boolean isLate(LocalDate today) {
        return state == State.OPEN && today.isAfter(promise.dueOn());
    }

    Promise promise() {
        return promise;
    }

    State state() {
        return state;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    @Nullable
    String notice() {
        return notice;
    }
}
