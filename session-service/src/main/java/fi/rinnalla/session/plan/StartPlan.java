package fi.rinnalla.session.plan;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A worker opens the working copy of a client's plan. It asks for nothing but whose it is. */
@RestController
class StartPlan {

    private final Plans plans;
    private final Outbox outbox;
    private final AccessLog accessLog;
    private final Ids ids;

    StartPlan(Plans plans, Outbox outbox, AccessLog accessLog, Ids ids) {
        this.plans = plans;
        this.outbox = outbox;
        this.accessLog = accessLog;
        this.ids = ids;
    }

    /** @param officialRecord link to the record that this is a working copy of */
    record Request(
            @NotNull(message = "required") String unit,
            @NotNull(message = "required") @Pattern(regexp = "[A-Za-z0-9._-]{1,60}", message = "login") String client,
            @Nullable @Pattern(regexp = "https://\\S{1,500}", message = "https-link") String officialRecord) {}

    @PostMapping("/api/v1/plans")
    @AllowedTo(UserRole.PROFESSIONAL)
    ResponseEntity<Void> start(@Valid @RequestBody Request request, Caller caller) {
        var plan = Plan.start(
                ids.get(), request.unit(), request.client(), caller.login(), request.officialRecord());
        plans.add(plan);
        outbox.say(plan.id(), plan.version(), plan.started());
        accessLog.touched(caller, "plan-started", plan.id(), "care");
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                .eTag("\"" + plan.version() + "\"")
                .build();
    }
}
