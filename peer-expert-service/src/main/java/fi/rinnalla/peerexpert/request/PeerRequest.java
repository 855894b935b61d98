package fi.rinnalla.peerexpert.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.request.RequestEvent.RequestClosed;
import fi.rinnalla.event.request.RequestEvent.RequestFilled;
import fi.rinnalla.event.request.RequestEvent.RequestMade;
import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit asks for one or more peer experts: what for, when and where, and what it gives. */
public class PeerRequest extends Whole {

    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("filled")
        FILLED,
        @JsonProperty("closed")
        CLOSED
    }

    /**
     * @param meeting  that it came from; absent where it was made by hand
     * @param language that is needed; absent where any will do
     * @param trained  whether a training is needed
     * @param role     that is wished for
     * @param workers  logins of the professionals with whom it is done
     */
    public record Wanted(
            @Nullable UUID meeting,
            String unit,
            TaskKind kind,
            Slot slot,
            Where where,
            @Nullable String language,
            boolean trained,
            @Nullable RoleKind role,
            int count,
            List<String> workers) {}

    private @Nullable UUID meeting;
    private String unit;
    private TaskKind kind;
    private Slot slot;
    private Where where;
    private @Nullable String language;
    private boolean trained;
    private @Nullable RoleKind role;
    private int count;
    private List<String> workers = new ArrayList<>();
    private State state = State.OPEN;
    private @Nullable Terms terms;
    private @Nullable String briefing;
    private @Nullable Instant madeAt;
    private int taken;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private PeerRequest() {}

    PeerRequest(UUID id, Wanted wanted, Instant madeAt) {
        super(id);
        this.meeting = wanted.meeting();
        this.unit = wanted.unit();
        this.kind = wanted.kind();
        this.slot = wanted.slot();
        this.where = wanted.where();
        this.language = wanted.language();
        this.trained = wanted.trained();
        this.role = wanted.role();
        this.count = wanted.count();
        this.workers = new ArrayList<>(wanted.workers());
        this.madeAt = madeAt;
    }

    RequestMade made(LocalDate on) {
        return new RequestMade(unit, kind, on, slot.on(), count);
    }

    void state(Terms offered) {
        requireOpen();
        if (taken > 0) {
            throw new Refused(
                    "terms-accepted", "Somebody has accepted these terms. Make a new request for other terms.");
        }
        terms = offered;
    }

    void brief(String words) {
        briefing = words;
    }

    void need(Wanted anew) {
        requireOpen();
        language = anew.language();
        trained = anew.trained();
        role = anew.role();
        where = anew.where();
        workers = new ArrayList<>(anew.workers());
    }

    /** The terms are on the table before anybody is asked (P45). */
    public Terms termsOnTheTable() {
        if (terms == null) {
            throw new Refused(
                    "no-terms",
                    "State the terms first: what it pays, travel, preparation and debrief, or that it pays nothing.");
        }
        return terms;
    }

    /** One more will come. Says so once all will. */
    public Optional<RequestFilled> take(LocalDate on, Instant now) {
        requireOpen();
        taken++;
        if (taken < count) {
            return Optional.empty();
        }
        state = State.FILLED;
        long hours =
                Duration.between(Optional.ofNullable(madeAt).orElse(now), now).toHours();
        return Optional.of(new RequestFilled(unit, kind, on, (int) Math.max(0, hours)));
    }

    /** One will not come after all: somebody else is wanted. */
    public void giveBack() {
        taken = Math.max(0, taken - 1);
        if (state == State.FILLED) {
            state = State.OPEN;
        }
    }

    public void move(Slot to) {
        slot = to;
    }

    public Optional<RequestClosed> close() {
        if (state == State.CLOSED) {
            return Optional.empty();
        }
        boolean filled = state == State.FILLED;
        state = State.CLOSED;
        return Optional.of(new RequestClosed(unit, kind, filled));
    }

    public void requireOpen() {
        if (state != State.OPEN) {
            throw new Refused("request-closed", "All who were wanted will come, or nobody is wanted any more.");
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is done together with a professional. */
    public boolean isPairWork() {
        return kind == TaskKind.PAIR_WORK;
    }

    public Optional<UUID> meeting() {
        return Optional.ofNullable(meeting);
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

    public Where where() {
        return where;
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public boolean isForTrained() {
        return trained;
    }

    public Optional<RoleKind> role() {
        return Optional.ofNullable(role);
    }

    public int count() {
        return count;
    }

    public int wantedStill() {
        return state == State.OPEN ? count - taken : 0;
    }

    public List<String> workers() {
        return workers;
    }

    public State state() {
        return state;
    }

    public Optional<Terms> terms() {
        return Optional.ofNullable(terms);
    }

    public Optional<String> briefing() {
        return Optional.ofNullable(briefing);
    }
}
