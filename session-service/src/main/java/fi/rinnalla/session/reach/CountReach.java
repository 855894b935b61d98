package fi.rinnalla.session.reach;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.unit.UnitEvent.WorkersReached;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import fi.rinnalla.session.meeting.Meetings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How many of a unit's workers have taken part in developing, of all of them, month by month (P56). */
@RestController
class CountReach {

    private final JdbcClient rows;
    private final Units units;
    private final Meetings meetings;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    CountReach(JdbcClient rows, Units units, Meetings meetings, Outbox outbox, Ids ids, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.meetings = meetings;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param workers how many the unit had in that month */
    record Request(
            @NotNull(message = "required") YearMonth month,

            @Min(value = 1, message = "1-to-10000") @Max(value = 10_000, message = "1-to-10000")
            int workers) {}

    record ReachShown(String month, int workers, int takingPart) {}

    @PostMapping("/api/v1/units/{unit}/reach")
    @AllowedTo({MANAGER, COORDINATOR})
    ResponseEntity<ReachShown> count(@PathVariable String unit, @Valid @RequestBody Request request) {
        units.find(unit);
        var today = Helsinki.today(clock);
        if (!request.month().isBefore(YearMonth.from(today))) {
            throw BadRequest.field("/month", "not-over", "Count a month once it is over.");
        }
        var month = request.month().toString();
        var takingPart = Math.toIntExact(meetings.developingIn(unit, month).stream()
                .flatMap(meeting -> meeting.workersPresent().stream())
                .distinct()
                .count());
        if (takingPart > request.workers()) {
            throw BadRequest.field("/workers", "too-few", "More of the unit's workers took part than that.");
        }
        boolean counted = rows.sql(
                                "INSERT INTO unit_reach (unit, month, workers, taking_part) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(unit, month, request.workers(), takingPart)
                        .update()
                == 1;
        if (!counted) {
            throw new Refused("wrong-state", "This month has been counted already.");
        }
        outbox.say(ids.get(), 1, new WorkersReached(unit, today, month, request.workers(), takingPart));
        return ResponseEntity.ok(new ReachShown(month, request.workers(), takingPart));
    }

    @GetMapping("/api/v1/units/{unit}/reach")
    @AllowedTo({MANAGER, COORDINATOR, PROFESSIONAL})
    List<ReachShown> read(@PathVariable String unit) {
        units.find(unit);
        return rows.sql("SELECT month, workers, taking_part FROM unit_reach WHERE unit = ? ORDER BY month")
                .param(unit)
                .query(ReachShown.class)
                .list();
    }
}
