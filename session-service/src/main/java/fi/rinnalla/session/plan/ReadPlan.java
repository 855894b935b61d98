package fi.rinnalla.session.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A plan is read by the client and the worker alone. Reading it names a purpose and leaves a row in the log of use,
 * which both may read.
 */
@RestController
class ReadPlan {

    private static final Set<String> PURPOSES = Set.of("meeting", "revision", "own-plan", "client-asked");

    private final Plans plans;
    private final AccessLog accessLog;
    private final JdbcClient rows;

    ReadPlan(Plans plans, AccessLog accessLog, JdbcClient rows) {
        this.plans = plans;
        this.accessLog = accessLog;
        this.rows = rows;
    }

    record PlanInList(UUID id, String unit, int revisions) {}

    /** @param workingCopyOf link to the official record; this is its working copy */
    record PlanShown(
            UUID id,
            String unit,
            String client,
            String worker,
            @JsonProperty("workingCopyOf") @Nullable String workingCopyOf,
            boolean beingBuilt,
            Plans.@Nullable Revision revision) {}

    @GetMapping("/api/v1/plans")
    @AllowedTo({UserRole.PROFESSIONAL, UserRole.CLIENT})
    Page<PlanInList> own(Caller caller, Paging paging) {
        var found = rows.sql("""
                        SELECT id, unit, version - 1 AS revisions FROM plan
                        WHERE (worker = ? OR client = ?) AND id > ? ORDER BY id LIMIT ?
                        """)
                .params(
                        caller.login(),
                        caller.login(),
                        paging.after().map(UUID::fromString).orElse(new UUID(0, 0)),
                        paging.limitAndOne())
                .query(PlanInList.class)
                .list();
        return Page.of(found, paging, plan -> plan.id().toString());
    }

    @GetMapping("/api/v1/plans/{id}")
    @AllowedTo({UserRole.PROFESSIONAL, UserRole.CLIENT})
    ResponseEntity<PlanShown> latest(
            @PathVariable UUID id, @RequestHeader(name = "Purpose", required = false) @Nullable String purpose, Caller caller) {
        return read(id, Optional.empty(), purpose, caller);
    }

    @GetMapping("/api/v1/plans/{id}/revisions/{number}")
    @AllowedTo({UserRole.PROFESSIONAL, UserRole.CLIENT})
    ResponseEntity<PlanShown> earlier(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestHeader(name = "Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        return read(id, Optional.of(number), purpose, caller);
    }

    @GetMapping("/api/v1/plans/{id}/access-log")
    @AllowedTo({UserRole.PROFESSIONAL, UserRole.CLIENT})
    List<AccessLog.Touch> accessLog(@PathVariable UUID id, Caller caller) {
        return accessLog.of(plans.getBetween(id, caller.login()).id());
    }

    private ResponseEntity<PlanShown> read(UUID id, Optional<Integer> number, @Nullable String purpose, Caller caller) {
        var plan = plans.getBetween(id, caller.login());
        if (purpose == null || !PURPOSES.contains(purpose)) {
            throw new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    "purpose-missing",
                    "Reading a named plan needs the header Purpose: meeting, revision, own-plan or client-asked.",
                    new BadRequest.Fault("Purpose", purpose == null ? "missing" : "unknown"));
        }
        var revision = plans.revision(id, number);
        if (number.isPresent() && revision.isEmpty()) {
            throw new NotFound();
        }
        accessLog.touched(caller, "plan-read", id, purpose);
        return ResponseEntity.ok()
                .eTag("\"" + plan.version() + "\"")
                .body(new PlanShown(
                        id,
                        plan.unit(),
                        plan.client(),
                        plan.worker(),
                        plan.officialRecord(),
                        plan.revision() == 0,
                        revision.orElse(null)));
    }
}
