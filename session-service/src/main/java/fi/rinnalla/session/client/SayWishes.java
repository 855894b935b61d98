package fi.rinnalla.session.client;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client says where to meet and what not to do (P12, P29); the worker may write it down for the client. */
@RestController
class SayWishes {

    private final Clients clients;
    private final AccessLog accessLog;

    SayWishes(Clients clients, AccessLog accessLog) {
        this.clients = clients;
        this.accessLog = accessLog;
    }

    @PostMapping("/api/v1/clients/{client}/wishes")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> say(@PathVariable("client") UUID id, @Valid @RequestBody Wishes wishes, Caller caller) {
        if (wishes.preferredPlaces() == null || wishes.limits() == null) {
            throw BadRequest.field(
                    "/limits", "required", "Give preferredPlaces and limits, each [] where there are none.");
        }
        var client = clients.changeBetween(id, caller);
        client.wish(wishes);
        clients.save(client);
        accessLog.touched(caller, "wishes-written", id, "care");
        return Answer.done(client);
    }
}
