package fi.rinnalla.peerexpert.shift;

import fi.rinnalla.event.peerexpert.PeerExpertEvent.ShiftTaken;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A low-threshold role with minimal criteria, such as host in the clinic's lobby. Whether somebody can do it on the day is
 * seen by people there, and is not written down anywhere (P50).
 */
class Shift extends Whole {

    private String unit;
    private String role;
    private Slot slot;
    private int places;
    private String criteria;
    private List<String> hosts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Shift() {}

    Shift(UUID id, String unit, String role, Slot slot, int places, String criteria) {
        super(id);
        this.unit = unit;
        this.role = role;
        this.slot = slot;
        this.places = places;
        this.criteria = criteria;
    }

    /** @param first whether it is their first role here */
    Optional<ShiftTaken> take(String login, boolean first) {
        if (hosts.contains(login)) {
            return Optional.empty();
        }
        if (hosts.size() >= places) {
            throw new Refused("no-seats-left", "All places of this shift are taken.");
        }
        hosts.add(login);
        return Optional.of(new ShiftTaken(unit, slot.on(), first));
    }

    void leave(String login) {
        hosts.remove(login);
    }

    boolean has(String login) {
        return hosts.contains(login);
    }

    String unit() {
        return unit;
    }

    String role() {
        return role;
    }

    Slot slot() {
        return slot;
    }

    int placesLeft() {
        return places - hosts.size();
    }

    String criteria() {
        return criteria;
    }

    List<String> hosts() {
        return hosts;
    }
}
