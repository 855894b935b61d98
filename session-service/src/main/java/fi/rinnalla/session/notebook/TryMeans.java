package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
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

/** What was tried is written down, and the client says whether it works or is ruled out; the next worker sees it (P18). */
@RestController
class TryMeans {

    private final Write write;
    private final Ids ids;

    TryMeans(Write write, Ids ids) {
        this.write = write;
        this.ids = ids;
    }

    record Tried(
            @Words(max = 2_000) String words,
            @NotNull(message = "required") Notebook.Verdict verdict) {}

    record Judged(@NotNull(message = "required") Notebook.Verdict verdict) {}

    @PostMapping("/api/v1/plans/{plan}/means")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> tried(@PathVariable("plan") UUID plan, @Valid @RequestBody Tried tried, Caller caller) {
        var means = new Notebook.Means(ids.get(), tried.words(), tried.verdict());
        return Write.created(plan, "means", means.id(), write.quietly(plan, caller, notebook -> notebook.tried(means)));
    }

    @PostMapping("/api/v1/plans/{plan}/means/{means}/verdict")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> judge(
            @PathVariable("plan") UUID plan,
            @PathVariable UUID means,
            @Valid @RequestBody Judged judged,
            Caller caller) {
        write.requireClient(plan, caller);
        return Answer.done(write.quietly(plan, caller, notebook -> notebook.judge(means, judged.verdict())));
    }
}
