package fi.rinnalla.session.plan;

import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.client.Clients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A worker opens the working copy of a client's plan. It asks for nothing but whose it is (P11). */
@RestController
class StartPlan {

    private final Plans plans;
    private final Clients clients;
    private final AccessLog accessLog;
    private final Ids ids;

    StartPlan(Plans plans, Clients clients, AccessLog accessLog, Ids ids) {
        this.plans = plans;
        this.clients = clients;
        this.accessLog = accessLog;
        this.ids = ids;
    }

    /** @param officialRecord link to the record that this is a working copy of */
    record Request(
            @NotNull(message = "required") UUID client,

            @Nullable @Pattern(regexp = "https://\\S{1,500}", message = "https-link")
            String officialRecord) {}

    @PostMapping("/api/v1/plans")
    @AllowedTo(PROFESSIONAL)
    ResponseEntity<Void> start(@Valid @RequestBody Request request, Caller caller) {
        var client = clients.named(request.client(), caller);
        var plan = new Plan(ids.get(), client.unit(), client.id(), request.officialRecord());
        plans.add(plan, plan.started());
        accessLog.touched(caller, "plan-started", plan.id(), "care");
        return Answer.created("/api/v1/plans", plan);
    }
}
