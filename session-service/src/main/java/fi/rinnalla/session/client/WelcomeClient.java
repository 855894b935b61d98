package fi.rinnalla.session.client;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody becomes a unit's client, with one worker. Nothing is asked of needs (P11). */
@RestController
class WelcomeClient {

    private final Clients clients;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    WelcomeClient(Clients clients, Units units, Ids ids, Clock clock) {
        this.clients = clients;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param worker the caller where not said; only a coordinator names another */
    record Request(
            @NotNull(message = "required") @Login String client,
            @NotNull(message = "required") String unit,
            @Nullable @Login String worker,
            @Nullable LocalDate since) {}

    @PostMapping("/api/v1/clients")
    @AllowedTo({PROFESSIONAL, COORDINATOR})
    ResponseEntity<Void> welcome(@Valid @RequestBody Request request, Caller caller) {
        units.require(request.unit());
        if (!clients.where("login = ?", request.client()).isEmpty()) {
            throw new Refused("client-exists", "This person is a client of your organisation already.");
        }
        var worker =
                caller.is(COORDINATOR) ? Optional.ofNullable(request.worker()).orElse(caller.login()) : caller.login();
        var since = Optional.ofNullable(request.since()).orElse(Helsinki.today(clock));
        var client = new Client(
                ids.get(), request.client(), request.unit(), worker, Helsinki.notAfterToday("/since", since, clock));
        clients.add(client);
        return Answer.created("/api/v1/clients", client);
    }
}
