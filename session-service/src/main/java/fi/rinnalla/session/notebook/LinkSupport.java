package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A support is planned for a goal, and its state is kept: its kind, never an amount (P21). */
@RestController
class LinkSupport {

    private final Write write;
    private final Ids ids;

    LinkSupport(Write write, Ids ids) {
        this.write = write;
        this.ids = ids;
    }

    record Linked(
            @NotNull(message = "required") UUID goal,
            @NotNull(message = "required") Notebook.SupportKind kind,
            @NotNull(message = "required") Notebook.SupportState state) {}

    record Changed(@NotNull(message = "required") Notebook.SupportState state) {}

    @PostMapping("/api/v1/plans/{plan}/supports")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> link(@PathVariable("plan") UUID plan, @Valid @RequestBody Linked linked, Caller caller) {
        write.isClient(plan, caller);
        write.requireGoal(plan, linked.goal());
        var support = new Notebook.Support(ids.get(), linked.goal(), linked.kind(), linked.state());
        return Write.created(
                plan, "supports", support.id(), write.saying(plan, caller, notebook -> notebook.link(support)));
    }

    @PostMapping("/api/v1/plans/{plan}/supports/{support}/state")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> change(
            @PathVariable("plan") UUID plan,
            @PathVariable UUID support,
            @Valid @RequestBody Changed changed,
            Caller caller) {
        return Answer.done(write.quietly(plan, caller, notebook -> notebook.support(support, changed.state())));
    }
}
