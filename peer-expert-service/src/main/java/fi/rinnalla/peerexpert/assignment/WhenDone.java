package fi.rinnalla.peerexpert.assignment;

/** What else is to be done in the same transaction once a task is done. */
public interface WhenDone {

    void done(Assignment assignment);
}
