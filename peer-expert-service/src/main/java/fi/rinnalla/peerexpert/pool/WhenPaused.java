package fi.rinnalla.peerexpert.pool;

/** What else is to be done in the same transaction when somebody pauses. */
public interface WhenPaused {

    void paused(PeerExpert peer);
}
