package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A strength or a success is named, by the client or by the worker (P13). */
@RestController
class NameStrength {

    private final Write write;
    private final Ids ids;
    private final Clock clock;

    NameStrength(Write write, Ids ids, Clock clock) {
        this.write = write;
        this.ids = ids;
        this.clock = clock;
    }

    record Request(@Words(max = 2_000) String words) {}

    @PostMapping("/api/v1/plans/{plan}/strengths")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> strength(@PathVariable("plan") UUID plan, @Valid @RequestBody Request request, Caller caller) {
        var named = named(plan, request, caller);
        return Write.created(
                plan, "strengths", named.id(), write.quietly(plan, caller, notebook -> notebook.strength(named)));
    }

    @PostMapping("/api/v1/plans/{plan}/wins")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> win(@PathVariable("plan") UUID plan, @Valid @RequestBody Request request, Caller caller) {
        var named = named(plan, request, caller);
        return Write.created(plan, "wins", named.id(), write.saying(plan, caller, notebook -> notebook.win(named)));
    }

    private Notebook.Named named(UUID plan, Request request, Caller caller) {
        return new Notebook.Named(ids.get(), request.words(), write.voiceOf(plan, caller), Helsinki.today(clock));
    }
}
