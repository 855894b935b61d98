package fi.rinnalla.peerexpert.supervision;

import fi.rinnalla.event.peerexpert.PeerExpertEvent.SupervisionHeld;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Supervision of one peer expert: at an interval of weeks or tasks, whichever comes first (P44). */
class Supervision extends Whole {

    /** @param by the supervisor, or the deputy */
    record Held(LocalDate on, String by, boolean onTime) {}

    private UUID peerExpert;
    private String supervisor;
    private @Nullable String deputy;
    private @Nullable Integer everyWeeks;
    private @Nullable Integer everyTasks;
    private LocalDate since;
    private int tasksSince;
    private List<Held> held = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Supervision() {}

    Supervision(UUID id, UUID peerExpert, String supervisor, LocalDate since) {
        super(id);
        this.peerExpert = peerExpert;
        this.supervisor = supervisor;
        this.since = since;
    }

    void arrange(String by, @Nullable String whoDeputises, @Nullable Integer weeks, @Nullable Integer tasks) {
        if (weeks == null && tasks == null) {
            throw BadRequest.field(
                    "/everyWeeks", "weeks-or-tasks", "Say after how many weeks, or after how many tasks.");
        }
        supervisor = by;
        deputy = whoDeputises;
        everyWeeks = weeks;
        everyTasks = tasks;
    }

    SupervisionHeld hold(LocalDate on, String by) {
        boolean onTime = !isLate(on);
        held.add(new Held(on, by, onTime));
        tasksSince = 0;
        return new SupervisionHeld(on, onTime);
    }

    void taskDone() {
        tasksSince++;
    }

    boolean isDue(LocalDate today) {
        return dueOn().filter(due -> !today.isBefore(due)).isPresent()
                || everyTasks != null && tasksSince >= everyTasks;
    }

    private boolean isLate(LocalDate today) {
        return dueOn().filter(due -> today.isAfter(due)).isPresent() || everyTasks != null && tasksSince > everyTasks;
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(everyWeeks).map(weeks -> last().plusWeeks(weeks));
    }

    private LocalDate last() {
        return held.isEmpty() ? since : held.getLast().on();
    }

    boolean isBy(String someone) {
        return someone.equals(supervisor) || someone.equals(deputy);
    }

    UUID peerExpert() {
        return peerExpert;
    }

    String supervisor() {
        return supervisor;
    }

    Optional<String> deputy() {
        return Optional.ofNullable(deputy);
    }

    int tasksSince() {
        return tasksSince;
    }

    List<Held> held() {
        return held;
    }
}
