package fi.rinnalla.peerexpert.pool;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Peer experts without a database, for counting with many of them. */
public final class InventedPeerExpert {

    private InventedPeerExpert() {}

    public static PeerExpert of(
            int number,
            Level level,
            @Nullable LocalDate trainedUntil,
            Profile profile,
            Set<Consent.Field> allowed,
            Readiness readiness) {
        var peer = new PeerExpert(
                new UUID(1, number), "peer-" + number, "Vertainen " + number, level, LocalDate.of(2017, 1, 1));
        if (trainedUntil != null) {
            peer.trained(trainedUntil);
        }
        peer.describe(profile);
        allowed.forEach(field -> peer.consent(new Consent(field, Consent.Purpose.POOL, null)));
        peer.ready(readiness, null, LocalDate.of(2017, 8, 1));
        return peer;
    }
}
