package fi.rinnalla.session.time;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Working time released from basic work for developing, eight hours a month for example: allowed, used and left (P55). */
@RestController
class DevelopmentTime {

    private final JdbcClient rows;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    DevelopmentTime(JdbcClient rows, Units units, Ids ids, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    record Allowance(
            @NotNull(message = "required") @Login String professional,

            @Min(value = 0, message = "0-to-10000") @Max(value = 10_000, message = "0-to-10000")
            int minutesAMonth) {}

    record Used(
            @NotNull(message = "required") LocalDate on,

            @Min(value = 1, message = "1-to-1440") @Max(value = 1_440, message = "1-to-1440")
            int minutes,

            @Words(max = 500) String what,
            @Nullable UUID activity) {}

    /** @param left below zero where more was used than allowed */
    record MonthOf(String professional, String month, int allowed, int used, int left) {}

    @PostMapping("/api/v1/development-time/allowances")
    @AllowedTo({MANAGER})
    ResponseEntity<Void> allow(@Valid @RequestBody Allowance allowance) {
        rows.sql("""
                        INSERT INTO development_allowance (professional, minutes) VALUES (?, ?)
                        ON CONFLICT (organisation, professional) DO UPDATE SET minutes = excluded.minutes
                        """)
                .params(allowance.professional(), allowance.minutesAMonth())
                .update();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/v1/development-time")
    @AllowedTo({PROFESSIONAL, COORDINATOR})
    ResponseEntity<Void> use(@Valid @RequestBody Used used, Caller caller) {
        Helsinki.notAfterToday("/on", used.on(), clock);
        Optional.ofNullable(used.activity()).ifPresent(units::requireActivity);
        rows.sql(
                        "INSERT INTO development_time (id, professional, used_on, minutes, what, activity) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        ids.get(), caller.login(), used.on(), used.minutes(), used.what(), used.activity()))
                .update();
        return ResponseEntity.noContent().build();
    }

    /** One's own month; a manager sees everybody's who has an allowance. */
    @GetMapping("/api/v1/development-time")
    @AllowedTo({PROFESSIONAL, COORDINATOR, MANAGER})
    List<MonthOf> month(@RequestParam(required = false) @Nullable YearMonth month, Caller caller) {
        var asked = Optional.ofNullable(month).orElse(YearMonth.from(Helsinki.today(clock)));
        return rows.sql("""
                        SELECT professional, :month AS month, coalesce(allowed, 0) AS allowed, coalesce(used, 0) AS used,
                               coalesce(allowed, 0) - coalesce(used, 0) AS left
                        FROM (SELECT professional, minutes AS allowed FROM development_allowance) AS allowance
                        FULL JOIN (
                            SELECT professional, sum(minutes)::int AS used FROM development_time
                            WHERE used_on >= :first AND used_on < :next GROUP BY professional
                        ) AS used_up USING (professional)
                        WHERE :all OR professional = :me ORDER BY professional
                        """)
                .param("month", asked.toString())
                .param("first", asked.atDay(1))
                .param("next", asked.plusMonths(1).atDay(1))
                .param("all", caller.is(MANAGER))
                .param("me", caller.login())
                .query(MonthOf.class)
                .list();
    }
}
