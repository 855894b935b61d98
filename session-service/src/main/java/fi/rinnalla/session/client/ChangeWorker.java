package fi.rinnalla.session.client;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.client.WorkerChangeReason;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A client's worker changes, with the reason and whether the three met to hand over (P23, P24). */
@RestController
class ChangeWorker {

    private final Clients clients;
    private final AccessLog accessLog;
    private final Clock clock;

    ChangeWorker(Clients clients, AccessLog accessLog, Clock clock) {
        this.clients = clients;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    record Request(
            @NotNull(message = "required") @Login String worker,
            @NotNull(message = "required") LocalDate on,
            @NotNull(message = "required") WorkerChangeReason reason,
            boolean handoverMet) {}

    @PostMapping("/api/v1/clients/{client}/worker-changes")
    @AllowedTo({PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<Void> change(@PathVariable("client") UUID id, @Valid @RequestBody Request request, Caller caller) {
        var client = clients.change(id);
        if (!caller.is(COORDINATOR, MANAGER) && !client.isOf(caller.login())) {
            throw new NotFound();
        }
        var on = Helsinki.notAfterToday("/on", request.on(), clock);
        clients.save(client, client.changeWorker(request.worker(), on, request.reason(), request.handoverMet()));
        accessLog.touched(caller, "worker-changed", id, "care");
        return Answer.done(client);
    }
}
