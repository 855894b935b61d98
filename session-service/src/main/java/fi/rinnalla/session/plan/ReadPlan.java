package fi.rinnalla.session.plan;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.session.client.Clients;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A plan is read by the client and the present worker alone. Reading it names a purpose and leaves a row in the log of use,
 * which both may read.
 */
@RestController
class ReadPlan {

    private static final Set<String> PURPOSES = Set.of("meeting", "revision", "own-plan", "client-asked");

    private final Plans plans;
    private final Proposals proposals;
    private final Clients clients;
    private final AccessLog accessLog;

    ReadPlan(Plans plans, Proposals proposals, Clients clients, AccessLog accessLog) {
        this.plans = plans;
        this.proposals = proposals;
        this.clients = clients;
        this.accessLog = accessLog;
    }

    record PlanInList(UUID id, UUID client, String unit, int revisions) {}

    /** @param workingCopyOf link to the official record; this is its working copy */
    record PlanShown(
            UUID id,
            String unit,
            UUID clientId,
            String client,
            String worker,
            @Nullable String workingCopyOf,
            boolean beingBuilt,
            @Nullable Revision revision) {}

    record ProposalShown(
            UUID id,
            Proposal.State state,
            Source proposedBy,
            String reason,
            RevisionAnswers answers,
            @Nullable UUID answersWhich,
            List<Proposal.HalfGoal> goals) {}

    @GetMapping("/api/v1/plans")
    @AllowedTo({PROFESSIONAL, CLIENT})
    Page<PlanInList> own(Caller caller, Paging paging) {
        var found = plans.where(
                "client IN (SELECT id FROM client WHERE worker = ? OR login = ?) AND id > ? ORDER BY id LIMIT ?",
                caller.login(),
                caller.login(),
                paging.afterId(),
                paging.limitAndOne());
        var items = found.stream()
                .map(plan -> new PlanInList(plan.id(), plan.client(), plan.unit(), plan.revision()))
                .toList();
        return Page.of(items, paging, plan -> plan.id().toString());
    }

    @GetMapping("/api/v1/plans/{plan}")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<PlanShown> latest(
            @PathVariable("plan") UUID id,
            @RequestHeader(name = "Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        return read(id, Optional.empty(), purpose, caller);
    }

    @GetMapping("/api/v1/plans/{plan}/revisions/{number}")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<PlanShown> earlier(
            @PathVariable("plan") UUID id,
            @PathVariable int number,
            @RequestHeader(name = "Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        return read(id, Optional.of(number), purpose, caller);
    }

    /** What a revision changed and who wanted it, in the reader's language. */
    @GetMapping("/api/v1/plans/{plan}/revisions/{number}/changes")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ResponseEntity<List<Changes.Change>> changes(
            @PathVariable("plan") UUID id,
            @PathVariable int number,
            @RequestHeader(name = "Purpose", required = false) @Nullable String purpose,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            Caller caller) {
        plans.between(id, caller);
        var checked = checked(purpose);
        var revision = plans.revision(id, Optional.of(number)).orElseThrow(NotFound::new);
        var before =
                plans.revision(id, Optional.of(number - 1)).map(Revision::goals).orElse(List.of());
        accessLog.touched(caller, "plan-read", id, checked);
        var language = Language.of(null, preferred);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .body(Changes.between(before, revision, language));
    }

    @GetMapping("/api/v1/plans/{plan}/proposals")
    @AllowedTo({PROFESSIONAL, CLIENT})
    List<ProposalShown> proposals(
            @PathVariable("plan") UUID id,
            @RequestHeader(name = "Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        plans.between(id, caller);
        accessLog.touched(caller, "plan-read", id, checked(purpose));
        return proposals.where("plan = ? ORDER BY id DESC LIMIT 100", id).stream()
                .map(proposal -> new ProposalShown(
                        proposal.id(),
                        proposal.state(),
                        proposal.proposedBy(),
                        proposal.reason(),
                        proposal.answers(),
                        proposal.answersWhich(),
                        proposal.goals()))
                .toList();
    }

    @GetMapping("/api/v1/plans/{plan}/access-log")
    @AllowedTo({PROFESSIONAL, CLIENT})
    List<AccessLog.Touch> accessLog(@PathVariable("plan") UUID id, Caller caller) {
        return accessLog.of(plans.between(id, caller).id());
    }

    private ResponseEntity<PlanShown> read(UUID id, Optional<Integer> number, @Nullable String purpose, Caller caller) {
        var plan = plans.between(id, caller);
        var checked = checked(purpose);
        var revision = plans.revision(id, number);
        if (number.isPresent() && revision.isEmpty()) {
            throw new NotFound();
        }
        accessLog.touched(caller, "plan-read", id, checked);
        var client = clients.get(plan.client());
        return Answer.shown(
                plan,
                new PlanShown(
                        id,
                        plan.unit(),
                        client.id(),
                        client.login(),
                        client.worker(),
                        plan.officialRecord(),
                        plan.revision() == 0,
                        revision.orElse(null)));
    }

    private static String checked(@Nullable String purpose) {
        if (purpose == null || !PURPOSES.contains(purpose)) {
            throw new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    "purpose-missing",
                    "Reading a named plan needs the header Purpose: meeting, revision, own-plan or client-asked.",
                    new BadRequest.Fault("Purpose", purpose == null ? "missing" : "unknown"));
        }
        return purpose;
    }
}
