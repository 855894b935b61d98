package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody joins the network around the client, with a task and perhaps a goal to look after (P15). */
@RestController
class BuildNetwork {

    private final Write write;
    private final Ids ids;

    BuildNetwork(Write write, Ids ids) {
        this.write = write;
        this.ids = ids;
    }

    record Request(
            @Words(max = 100) String name,
            @Words(max = 500) String task,
            @Nullable UUID goal) {}

    @PostMapping("/api/v1/plans/{plan}/network")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> join(@PathVariable("plan") UUID plan, @Valid @RequestBody Request request, Caller caller) {
        write.isClient(plan, caller);
        Optional.ofNullable(request.goal()).ifPresent(goal -> write.requireGoal(plan, goal));
        var member = new Notebook.Member(ids.get(), request.name(), request.task(), request.goal());
        return Write.created(
                plan, "network", member.id(), write.quietly(plan, caller, notebook -> notebook.member(member)));
    }
}
