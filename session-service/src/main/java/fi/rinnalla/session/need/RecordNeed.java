package fi.rinnalla.session.need;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.need.NeedReason;
import fi.rinnalla.event.need.NeedTheme;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A wish that the system cannot answer is heard all the same, and goes up to management without the client's name (P5). */
@RestController
class RecordNeed {

    private final Clients clients;
    private final Needs needs;
    private final Ids ids;
    private final Clock clock;

    RecordNeed(Clients clients, Needs needs, Ids ids, Clock clock) {
        this.clients = clients;
        this.needs = needs;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param words what is read by management: write it so that nobody can be told from it */
    record Request(
            @NotNull(message = "required") NeedTheme theme,
            @NotNull(message = "required") NeedReason reason,
            @Words String words,
            @Nullable LocalDate on) {}

    @PostMapping("/api/v1/clients/{client}/unmet-needs")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<Void> record(@PathVariable("client") UUID id, @Valid @RequestBody Request request, Caller caller) {
        var client = clients.between(id, caller);
        var need = new Need(
                ids.get(),
                id,
                client.unit(),
                request.theme(),
                request.reason(),
                request.words(),
                Helsinki.told("/on", request.on(), clock));
        needs.add(need, need.recorded());
        return Answer.created("/api/v1/unmet-needs", need);
    }
}
