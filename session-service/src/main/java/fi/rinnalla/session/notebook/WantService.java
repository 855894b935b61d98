package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
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

/** A service is wanted by a day, and starts on one: the wait between the two is seen (P22). */
@RestController
class WantService {

    private final Write write;
    private final Ids ids;
    private final Clock clock;

    WantService(Write write, Ids ids, Clock clock) {
        this.write = write;
        this.ids = ids;
        this.clock = clock;
    }

    record Wanted(
            @Words(max = 200) String name,
            @NotNull(message = "required") LocalDate wantedBy) {}

    record Started(@NotNull(message = "required") LocalDate on) {}

    @PostMapping("/api/v1/plans/{plan}/services")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> want(@PathVariable("plan") UUID plan, @Valid @RequestBody Wanted wanted, Caller caller) {
        var service = new Notebook.Service(ids.get(), wanted.name(), wanted.wantedBy(), null);
        return Write.created(
                plan, "services", service.id(), write.quietly(plan, caller, notebook -> notebook.want(service)));
    }

    @PostMapping("/api/v1/plans/{plan}/services/{service}/start")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> start(
            @PathVariable("plan") UUID plan,
            @PathVariable UUID service,
            @Valid @RequestBody Started started,
            Caller caller) {
        var on = Helsinki.notAfterToday("/on", started.on(), clock);
        return Answer.done(write.saying(plan, caller, notebook -> notebook.start(service, on)));
    }
}
