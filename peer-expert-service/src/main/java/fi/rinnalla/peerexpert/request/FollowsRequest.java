package fi.rinnalla.peerexpert.request;

/** What else follows, in the same transaction, when a request moves with its meeting or nobody is wanted any more. */
public interface FollowsRequest {

    void moved(PeerRequest request);

    void closed(PeerRequest request);
}
