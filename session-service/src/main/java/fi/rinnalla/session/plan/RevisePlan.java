package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Outbox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The plan is revised in two voices: the client's words and the worker's side by side. */
@RestController
class RevisePlan {

    private final Plans plans;
    private final Outbox outbox;
    private final AccessLog accessLog;
    private final Clock clock;

    RevisePlan(Plans plans, Outbox outbox, AccessLog accessLog, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    record Request(
            @NotNull(message = "required") Goal.Source proposedBy,
            @NotNull(message = "required") @Size(min = 1, max = 2000, message = "length-1-to-2000") String reason,
            @NotNull(message = "required") RevisionAnswers answers,
            @NotNull(message = "required") @Size(max = 30, message = "at-most-30") List<@NotNull(message = "required") Goal> goals) {}

    @PostMapping("/api/v1/plans/{id}/revisions")
    @AllowedTo(UserRole.PROFESSIONAL)
    ResponseEntity<Void> revise(
            @PathVariable UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var plan = plans.getBetween(id, caller.login());
        if (!plan.isLedBy(caller.login())) {
            throw new NotFound();
        }
        ifMatch.check(plan.version());
        var revised = plan.revise(request.goals(), request.answers());
        plans.saveRevised(
                plan,
                new Plans.Revision(
                        plan.revision(),
                        clock.instant(),
                        request.proposedBy(),
                        request.reason(),
                        request.answers(),
                        request.goals()));
        outbox.say(plan.id(), plan.version(), revised);
        accessLog.touched(caller, "plan-revised", plan.id(), "care");
        return ResponseEntity.created(URI.create("/api/v1/plans/%s/revisions/%d".formatted(id, plan.revision())))
                .eTag("\"" + plan.version() + "\"")
                .build();
    }
}
