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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stop and split a goal into pieces, with three questions: what goes well, what is hardest, what rewards (P19). */
@RestController
class SplitGoal {

    private final Write write;
    private final Ids ids;
    private final Clock clock;

    SplitGoal(Write write, Ids ids, Clock clock) {
        this.write = write;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param means what is tried in it, of the notebook's own */
    record StepWanted(
            @Words(max = 500) String words,
            @Nullable UUID parent,
            @Nullable UUID means) {}

    record Request(
            @NotNull(message = "required") UUID goal,
            @Words(max = 2_000) String goesWell,
            @Words(max = 2_000) String hardest,
            @Words(max = 2_000) String rewards,

            @NotNull(message = "required") @Size(min = 1, max = 20, message = "1-to-20")
            List<@NotNull(message = "required") @Valid StepWanted> steps) {}

    @PostMapping("/api/v1/plans/{plan}/splits")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<List<UUID>> split(
            @PathVariable("plan") UUID plan, @Valid @RequestBody Request request, Caller caller) {
        write.isClient(plan, caller);
        write.requireGoal(plan, request.goal());
        var steps = request.steps().stream()
                .map(step -> new Step(
                        ids.get(),
                        request.goal(),
                        step.parent(),
                        step.words(),
                        Step.State.AHEAD,
                        null,
                        step.means(),
                        null))
                .toList();
        var split = new Notebook.Split(
                request.goal(), Helsinki.today(clock), request.goesWell(), request.hardest(), request.rewards());
        var notebook = write.saying(plan, caller, one -> one.split(split, steps));
        return Answer.shown(notebook, steps.stream().map(Step::id).toList());
    }
}
