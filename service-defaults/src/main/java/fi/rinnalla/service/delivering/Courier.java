package fi.rinnalla.service.delivering;

import java.io.IOException;

/**
 * Carries messages one way or the other. An installation that sends otherwise than by SMTP or the common form of HTTP writes one
 * of these and makes it a bean; it then goes before those that are here.
 */
public interface Courier {

    boolean carries(Way way);

    /** Called again with the same message where it threw, or where the service died before it could note that it went well. */
    void carry(Message message) throws IOException;
}
