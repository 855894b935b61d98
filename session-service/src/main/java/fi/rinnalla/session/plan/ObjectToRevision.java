package fi.rinnalla.session.plan;

import static fi.rinnalla.service.asking.UserRole.CLIENT;

import fi.rinnalla.event.plan.PlanEvent.RevisionObjected;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client says of a revision that was written at the table: I see it otherwise. Both views are kept (P14). */
@RestController
class ObjectToRevision {

    private final Plans plans;
    private final Clients clients;

    ObjectToRevision(Plans plans, Clients clients) {
        this.plans = plans;
        this.clients = clients;
    }

    record Request(@Words String inOwnWords) {}

    @PostMapping("/api/v1/plans/{plan}/revisions/{number}/objection")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> object(
            @PathVariable("plan") UUID id,
            @PathVariable int number,
            @Valid @RequestBody Request request,
            Caller caller) {
        var plan = plans.changeBetween(id, caller);
        if (!clients.get(plan.client()).is(caller.login())
                || plans.revision(id, Optional.of(number)).isEmpty()) {
            throw new NotFound();
        }
        if (!plans.keepObjection(id, number, request.inOwnWords())) {
            throw new Refused("wrong-state", "You have said so of this revision already. Propose a new revision.");
        }
        plans.save(plan, new RevisionObjected(plan.unit(), number));
        return Answer.done(plan);
    }
}
