package fi.rinnalla.session.time;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A unit says how much time there should be for a client in a month: enough time, without hurry, is what builds trust. */
@RestController
class SetTimeBudget {

    private final TimeBudgets budgets;
    private final Units units;

    SetTimeBudget(TimeBudgets budgets, Units units) {
        this.budgets = budgets;
        this.units = units;
    }

    /** For one client in one month. */
    record Request(
            @Min(value = 1, message = "1-to-10000") @Max(value = 10_000, message = "1-to-10000")
            int minutes) {}

    @PostMapping("/api/v1/units/{unit}/time-budget")
    @AllowedTo({MANAGER, COORDINATOR})
    ResponseEntity<Void> set(@PathVariable String unit, @Valid @RequestBody Request request) {
        units.find(unit);
        budgets.set(unit, request.minutes());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/units/{unit}/time-budget")
    @AllowedTo({MANAGER, COORDINATOR, PROFESSIONAL})
    Request read(@PathVariable String unit) {
        return budgets.of(unit).map(Request::new).orElseThrow(NotFound::new);
    }
}
