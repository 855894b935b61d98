package fi.rinnalla.session.client;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where client relationships are kept, and who of the two sides somebody is. */
@Repository
public class Clients extends Documents<Client> {

    Clients(Keeping keeping) {
        super("client", Client.class, keeping);
    }

    /** A relationship of the caller's own: as the client, or as the present worker. To anybody else it is not there. */
    public Client between(UUID id, Caller caller) {
        return own(get(id), caller);
    }

    public Client changeBetween(UUID id, Caller caller) {
        return own(change(id), caller);
    }

    private static Client own(Client client, Caller caller) {
        if (!client.is(caller.login()) && !client.isOf(caller.login())) {
            throw new NotFound();
        }
        return client;
    }

    /** A client named in a request, of the caller's own. */
    public Client named(UUID id, Caller caller) {
        return find(id).filter(client -> client.is(caller.login()) || client.isOf(caller.login()))
                .orElseThrow(() -> BadRequest.field("/client", "unknown", "You have no such client."));
    }
}
