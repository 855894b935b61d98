package fi.rinnalla.peerexpert.request;

import fi.rinnalla.peerexpert.task.Terms;
import java.time.Instant;
import java.util.UUID;

/** Requests without a database, for counting with many of them. */
public final class InventedRequest {

    private InventedRequest() {}

    public static PeerRequest of(int number, PeerRequest.Wanted wanted, Terms terms) {
        var request = new PeerRequest(new UUID(2, number), wanted, Instant.EPOCH);
        request.state(terms);
        return request;
    }
}
