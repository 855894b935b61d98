package fi.rinnalla.session.plan;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.client.Clients;
import fi.rinnalla.session.plan.Proposal.HalfGoal;
import fi.rinnalla.session.plan.Proposal.OtherVoice;
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

/** Client or worker proposes a revision in their own words; the other agrees and adds theirs, or it is withdrawn. */
@RestController
class ProposeRevision {

    private final Plans plans;
    private final Proposals proposals;
    private final Clients clients;
    private final WhatItAnswers whatItAnswers;
    private final ReviseTogether together;
    private final Ids ids;
    private final Clock clock;

    ProposeRevision(
            Plans plans,
            Proposals proposals,
            Clients clients,
            WhatItAnswers whatItAnswers,
            ReviseTogether together,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.proposals = proposals;
        this.clients = clients;
        this.whatItAnswers = whatItAnswers;
        this.together = together;
        this.ids = ids;
        this.clock = clock;
    }

    record Proposed(
            @Words String reason,
            @NotNull(message = "required") RevisionAnswers answers,
            @Nullable UUID answersWhich,

            @NotNull(message = "required") @Size(min = 1, max = 30, message = "1-to-30")
            List<@NotNull(message = "required") @Valid HalfGoal> goals) {}

    /** @param voices the other's words, one for each goal in the same order */
    record Agreed(
            @NotNull(message = "required") @Size(max = 30, message = "at-most-30")
            List<@NotNull(message = "required") @Valid OtherVoice> voices) {}

    @PostMapping("/api/v1/plans/{plan}/proposals")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> propose(
            @PathVariable("plan") UUID id, @Valid @RequestBody Proposed proposed, IfMatch ifMatch, Caller caller) {
        var plan = plans.changeBetween(id, caller);
        ifMatch.check(plan.version(), proposed);
        whatItAnswers.require(plan, proposed.answers(), proposed.answersWhich(), caller);
        var proposal = new Proposal(
                ids.get(),
                id,
                plan.version(),
                voiceOf(plan, caller),
                proposed.reason(),
                proposed.answers(),
                proposed.answersWhich(),
                proposed.goals());
        proposals.add(proposal);
        return Answer.created("/api/v1/plans/" + id + "/proposals", proposal);
    }

    @PostMapping("/api/v1/plans/{plan}/proposals/{proposal}/agree")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> agree(
            @PathVariable("plan") UUID id,
            @PathVariable("proposal") UUID proposalId,
            @Valid @RequestBody Agreed agreed,
            Caller caller) {
        var plan = plans.changeBetween(id, caller);
        var proposal = changeOf(plan, proposalId);
        var goals = proposal.agree(voiceOf(plan, caller), agreed.voices());
        new IfMatch(proposal.planVersion()).check(plan.version(), agreed);
        proposals.save(proposal);
        together.revise(
                plan,
                new Revision(
                        0,
                        clock.instant(),
                        Helsinki.today(clock),
                        false,
                        proposal.proposedBy(),
                        proposal.reason(),
                        proposal.answers(),
                        proposal.answersWhich(),
                        goals,
                        null),
                caller);
        return Answer.part("/api/v1/plans/" + id + "/revisions", plan.revision(), plan);
    }

    @PostMapping("/api/v1/plans/{plan}/proposals/{proposal}/withdraw")
    @AllowedTo({CLIENT, PROFESSIONAL})
    ResponseEntity<Void> withdraw(
            @PathVariable("plan") UUID id, @PathVariable("proposal") UUID proposalId, Caller caller) {
        var plan = plans.between(id, caller);
        var proposal = changeOf(plan, proposalId);
        proposal.withdraw(voiceOf(plan, caller));
        proposals.save(proposal);
        return Answer.done(proposal);
    }

    private Proposal changeOf(Plan plan, UUID id) {
        var proposal = proposals.change(id);
        if (!proposal.plan().equals(plan.id())) {
            throw new NotFound();
        }
        return proposal;
    }

    private Source voiceOf(Plan plan, Caller caller) {
        return clients.get(plan.client()).is(caller.login()) ? Source.CLIENT : Source.WORKER;
    }
}
