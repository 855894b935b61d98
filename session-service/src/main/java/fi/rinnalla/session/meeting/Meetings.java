package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import fi.rinnalla.session.client.Client;
import fi.rinnalla.session.client.Clients;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where meetings are kept, and for whom they are there. */
@Repository
public class Meetings extends Documents<Meeting> {

    private final Clients clients;

    Meetings(Keeping keeping, Clients clients) {
        super("meeting", Meeting.class, keeping);
        this.clients = clients;
    }

    /** A meeting that the caller may change: a coordinator any, a professional their own and those of their clients. */
    public Meeting changeInCharge(UUID id, Caller caller) {
        var meeting = change(id);
        if (!isInCharge(meeting, caller)) {
            throw new NotFound();
        }
        return meeting;
    }

    boolean isInCharge(Meeting meeting, Caller caller) {
        return caller.is(COORDINATOR)
                || caller.is(PROFESSIONAL)
                        && (meeting.isOf(caller.login())
                                || clientOf(meeting)
                                        .filter(client -> client.isOf(caller.login()))
                                        .isPresent());
    }

    public Meeting inCharge(UUID id, Caller caller) {
        var meeting = get(id);
        if (!isInCharge(meeting, caller)) {
            throw new NotFound();
        }
        return meeting;
    }

    /** A meeting that the caller may see: in charge, as a manager, as its client or one who takes part, or open to join. */
    public Meeting visible(UUID id, Caller caller) {
        var meeting = get(id);
        if (!isVisible(meeting, caller)) {
            throw new NotFound();
        }
        return meeting;
    }

    private boolean isVisible(Meeting meeting, Caller caller) {
        return caller.is(MANAGER)
                || isInCharge(meeting, caller)
                || isClientOf(meeting, caller)
                || meeting.takesPart(caller.login())
                || meeting.isOpen() && meeting.plannedAs().seats() != null;
    }

    boolean isClientOf(Meeting meeting, Caller caller) {
        return clientOf(meeting).filter(client -> client.is(caller.login())).isPresent();
    }

    Optional<Client> clientOf(Meeting meeting) {
        return Optional.ofNullable(meeting.plannedAs().client()).flatMap(clients::find);
    }

    /** Whether it is a meeting with this client. */
    public boolean wasWith(UUID meeting, UUID client) {
        return find(meeting)
                .filter(one -> client.equals(one.plannedAs().client()))
                .isPresent();
    }

    /** Meetings held with a client, in the order of their days. */
    public List<Meeting> heldWith(UUID client) {
        return where("client = ? AND state = 'held' ORDER BY planned_on, id", client);
    }

    public int minutesWith(UUID client, YearMonth month) {
        return where("client = ? AND state = 'held' AND held_on LIKE ?", client, month + "-%").stream()
                .mapToInt(meeting -> meeting.actualMinutes().orElse(0))
                .sum();
    }

    /** Meetings held in a unit in which things were developed, by month: {@code 2017-10}. */
    public List<Meeting> developingIn(String unit, String month) {
        return where("unit = ? AND state = 'held' AND held_on LIKE ?", unit, month + "-%").stream()
                .filter(Meeting::isDeveloping)
                .toList();
    }
}
