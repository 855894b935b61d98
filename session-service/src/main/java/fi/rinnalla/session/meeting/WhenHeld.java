package fi.rinnalla.session.meeting;

import fi.rinnalla.session.client.Client;

/** What else is to be done in the same transaction once a meeting with a client has been closed. */
public interface WhenHeld {

    void held(Meeting meeting, Client client);
}
