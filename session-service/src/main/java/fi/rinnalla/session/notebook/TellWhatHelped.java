package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;

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

/** The client writes what helped, whatever others take for the cause (P31). */
@RestController
class TellWhatHelped {

    private final Write write;
    private final Ids ids;
    private final Clock clock;

    TellWhatHelped(Write write, Ids ids, Clock clock) {
        this.write = write;
        this.ids = ids;
        this.clock = clock;
    }

    record Request(@Words String inOwnWords) {}

    @PostMapping("/api/v1/plans/{plan}/what-helped")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> tell(@PathVariable("plan") UUID plan, @Valid @RequestBody Request request, Caller caller) {
        write.requireClient(plan, caller);
        var helped = new Notebook.Helped(ids.get(), request.inOwnWords(), Helsinki.today(clock));
        return Write.created(
                plan, "what-helped", helped.id(), write.saying(plan, caller, notebook -> notebook.helped(helped)));
    }
}
