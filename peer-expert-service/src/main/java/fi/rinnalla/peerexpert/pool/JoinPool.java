package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody becomes part of the pool: added by a coordinator, or by saying yes when asked. */
@Component
public class JoinPool {

    private final PeerExperts peerExperts;
    private final Pseudonyms pseudonyms;
    private final Ids ids;
    private final Clock clock;

    JoinPool(PeerExperts peerExperts, Pseudonyms pseudonyms, Ids ids, Clock clock) {
        this.peerExperts = peerExperts;
        this.pseudonyms = pseudonyms;
        this.ids = ids;
        this.clock = clock;
    }

    public PeerExpert join(String login, String name, Level level, @Nullable LocalDate on) {
        if (peerExperts.named(login).isPresent()) {
            throw new Refused("peer-expert-exists", "This person is in your pool already.");
        }
        var peer = new PeerExpert(ids.get(), login, name, level, Helsinki.told("/joinedOn", on, clock));
        peerExperts.add(peer, peer.joined(pseudonyms.of(peer.id())));
        return peer;
    }
}
