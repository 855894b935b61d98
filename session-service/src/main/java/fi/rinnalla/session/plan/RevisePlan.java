package fi.rinnalla.session.plan;

import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The plan is revised at one table: the worker writes both voices down and says on which day the client agreed. The client
 * reads it, and may say that they see it otherwise.
 */
@RestController
class RevisePlan {

    private final Plans plans;
    private final Clients clients;
    private final WhatItAnswers whatItAnswers;
    private final ReviseTogether together;
    private final Clock clock;

    RevisePlan(Plans plans, Clients clients, WhatItAnswers whatItAnswers, ReviseTogether together, Clock clock) {
        this.plans = plans;
        this.clients = clients;
        this.whatItAnswers = whatItAnswers;
        this.together = together;
        this.clock = clock;
    }

    /** @param agreedOn the day on which both agreed; today if not said */
    record Request(
            @NotNull(message = "required") Source proposedBy,
            @Words String reason,
            @NotNull(message = "required") RevisionAnswers answers,
            @Nullable UUID answersWhich,
            @Nullable LocalDate agreedOn,

            @NotNull(message = "required") @Size(max = 30, message = "at-most-30")
            List<@NotNull(message = "required") @Valid Goal> goals) {}

    @PostMapping("/api/v1/plans/{plan}/revisions")
    @AllowedTo(PROFESSIONAL)
    ResponseEntity<Void> revise(
            @PathVariable("plan") UUID id, @Valid @RequestBody Request request, IfMatch ifMatch, Caller caller) {
        var plan = plans.changeBetween(id, caller);
        if (!clients.get(plan.client()).isOf(caller.login())) {
            throw new NotFound();
        }
        ifMatch.check(plan.version(), request);
        whatItAnswers.require(plan, request.answers(), request.answersWhich(), caller);
        var agreedOn = Optional.ofNullable(request.agreedOn()).orElse(Helsinki.today(clock));
        together.revise(
                plan,
                new Revision(
                        0,
                        clock.instant(),
                        Helsinki.notAfterToday("/agreedOn", agreedOn, clock),
                        true,
                        request.proposedBy(),
                        request.reason(),
                        request.answers(),
                        request.answersWhich(),
                        request.goals(),
                        null),
                caller);
        return Answer.part("/api/v1/plans/" + id + "/revisions", plan.revision(), plan);
    }
}
