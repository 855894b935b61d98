package fi.rinnalla.session.meeting;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.session.client.Client;

/** What a client has set as a limit is kept by whoever plans (P29). */
final class ClientsLimits {

    private ClientsLimits() {}

    /** Refuses an occasion that breaks a limit, and names it. */
    static void hold(Client client, fi.rinnalla.session.client.Wishes.Occasion occasion) {
        var broken = client.wishes().brokenBy(occasion);
        if (!broken.isEmpty()) {
            throw new Refused("limit-broken", "The client has set a limit: " + String.join(", ", broken) + ".");
        }
    }
}
