package fi.rinnalla.session.client;

import fi.rinnalla.event.client.ClientEvent.WorkerChanged;
import fi.rinnalla.event.client.WorkerChangeReason;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client relationship: who the client's worker is and has been, and what the client wishes of meetings. */
public class Client extends Whole {

    /**
     * A worker's time with the client.
     *
     * @param until  the day on which the next one began; absent for the present one
     * @param reason why this worker came in place of the one before; absent for the first
     */
    record Period(
            String worker,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable WorkerChangeReason reason,
            @Nullable Boolean handoverMet,
            boolean returning) {

        Period endedOn(LocalDate day) {
            return new Period(worker, from, day, reason, handoverMet, returning);
        }
    }

    private String login = "";
    private String unit = "";
    private List<Period> workers = new ArrayList<>();
    private Wishes wishes = Wishes.NONE;

    private Client() {}

    Client(UUID id, String login, String unit, String worker, LocalDate from) {
        super(id);
        this.login = login;
        this.unit = unit;
        workers.add(new Period(worker, from, null, null, null, false));
    }

    /** From a day on somebody else is the worker. What was done before stays with the one before. */
    WorkerChanged changeWorker(String next, LocalDate on, WorkerChangeReason reason, boolean handoverMet) {
        var present = workers.getLast();
        if (present.worker().equals(next)) {
            throw new Refused("worker-is-the-same", "This worker is the client's worker already.");
        }
        if (on.isBefore(present.from())) {
            throw BadRequest.field("/on", "before-the-present-worker", "The present worker began after that day.");
        }
        boolean returning = workers.stream().anyMatch(period -> period.worker().equals(next));
        workers.set(workers.size() - 1, present.endedOn(on));
        workers.add(new Period(next, on, null, reason, handoverMet, returning));
        return new WorkerChanged(unit, on, reason, handoverMet, returning, workers.size() - 1);
    }

    void wish(Wishes wishes) {
        this.wishes = wishes;
    }

    /** Who was the worker on a day: on the day of a change, the new one. */
    public String workerOn(LocalDate day) {
        return workers.reversed().stream()
                .filter(period -> !period.from().isAfter(day))
                .findFirst()
                .orElse(workers.getFirst())
                .worker();
    }

    public boolean isOf(String worker) {
        return workers.getLast().worker().equals(worker);
    }

    public boolean is(String login) {
        return this.login.equals(login);
    }

    public String unit() {
        return unit;
    }

    public Wishes wishes() {
        return wishes;
    }

    public String login() {
        return login;
    }

    public String worker() {
        return workers.getLast().worker();
    }

    List<Period> workers() {
        return workers;
    }
}
