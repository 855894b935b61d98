package fi.rinnalla.peerexpert.request;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What units ask for. */
@Repository
public class PeerRequests extends Documents<PeerRequest> {

    PeerRequests(Keeping keeping) {
        super("peer_request", PeerRequest.class, keeping);
    }

    public Optional<PeerRequest> ofMeeting(UUID meeting) {
        return where("meeting = ? FOR UPDATE", meeting).stream().findFirst();
    }

    /** Those for which somebody is asked or will come. */
    public List<PeerRequest> notClosed() {
        return where("state <> 'closed' ORDER BY id FOR UPDATE");
    }

    /** Open requests of these days, in a fixed order. */
    public List<PeerRequest> openBetween(LocalDate from, LocalDate until) {
        return where(
                "state = 'open' AND planned_on >= ? AND planned_on <= ? ORDER BY planned_on, id",
                from.toString(),
                until.toString());
    }
}
