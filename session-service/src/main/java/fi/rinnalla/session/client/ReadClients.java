package fi.rinnalla.session.client;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A worker finds their present clients, a client their own relationship. A coordinator and a manager see who is whose
 * client, so that a worker can be changed, and nothing more.
 */
@RestController
class ReadClients {

    private final Clients clients;
    private final AccessLog accessLog;

    ReadClients(Clients clients, AccessLog accessLog) {
        this.clients = clients;
        this.accessLog = accessLog;
    }

    record ClientInList(UUID id, String client, String unit, String worker) {}

    /** @param workers the relationship's story, the first worker first */
    record ClientShown(
            UUID id, String client, String unit, String worker, List<Client.Period> workers, Wishes wishes) {}

    @GetMapping("/api/v1/clients")
    @AllowedTo({PROFESSIONAL, CLIENT, COORDINATOR, MANAGER})
    Page<ClientInList> list(Caller caller, Paging paging) {
        var found = clients.where(
                "(? OR worker = ? OR login = ?) AND id > ? ORDER BY id LIMIT ?",
                caller.is(COORDINATOR, MANAGER),
                caller.login(),
                caller.login(),
                paging.afterId(),
                paging.limitAndOne());
        var items = found.stream()
                .map(client -> new ClientInList(client.id(), client.login(), client.unit(), client.worker()))
                .toList();
        return Page.of(items, paging, client -> client.id().toString());
    }

    @GetMapping("/api/v1/clients/{client}")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<ClientShown> one(@PathVariable("client") UUID id, Caller caller) {
        var client = clients.between(id, caller);
        accessLog.touched(caller, "client-read", id, "care");
        return Answer.shown(
                client,
                new ClientShown(id, client.login(), client.unit(), client.worker(), client.workers(), client.wishes()));
    }

    @GetMapping("/api/v1/clients/{client}/access-log")
    @AllowedTo({PROFESSIONAL, CLIENT})
    List<AccessLog.Touch> accessLog(@PathVariable("client") UUID id, Caller caller) {
        return accessLog.of(clients.between(id, caller).id());
    }
}
