package fi.rinnalla.peerexpert.supervision;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.WhenDone;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Supervision is arranged, held, and seen to be due; while a supervisor is away the deputy sees it too. */
@RestController
class Supervise implements WhenDone {

    private final Supervisions supervisions;
    private final PeerExperts peerExperts;
    private final JdbcClient rows;
    private final Ids ids;
    private final Clock clock;

    Supervise(Supervisions supervisions, PeerExperts peerExperts, JdbcClient rows, Ids ids, Clock clock) {
        this.supervisions = supervisions;
        this.peerExperts = peerExperts;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    record Arranged(
            @NotNull(message = "required") @Login String supervisor,
            @Nullable @Login String deputy,

            @Nullable @Min(value = 1, message = "1-to-52") @Max(value = 52, message = "1-to-52")
            Integer everyWeeks,

            @Nullable @Min(value = 1, message = "1-to-100") @Max(value = 100, message = "1-to-100")
            Integer everyTasks,

            @Nullable LocalDate since) {}

    record Held(@NotNull(message = "required") LocalDate on) {}

    record Away(@NotNull(message = "required") LocalDate until) {}

    record Due(
            UUID peerExpert,
            String name,
            @Nullable LocalDate dueOn,
            int tasksSince,
            String supervisor,
            boolean byDeputy) {}

    @PostMapping("/api/v1/peer-experts/{peer}/supervision")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> arrange(@PathVariable("peer") UUID id, @Valid @RequestBody Arranged arranged) {
        var peer = peerExperts.get(id);
        var known = supervisions.changeOf(id);
        var supervision = known.orElseGet(() -> new Supervision(
                ids.get(), peer.id(), arranged.supervisor(), Helsinki.told("/since", arranged.since(), clock)));
        supervision.arrange(arranged.supervisor(), arranged.deputy(), arranged.everyWeeks(), arranged.everyTasks());
        if (known.isPresent()) {
            supervisions.save(supervision);
        } else {
            supervisions.add(supervision);
        }
        return Answer.done(supervision);
    }

    @PostMapping("/api/v1/peer-experts/{peer}/supervision/held")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> hold(@PathVariable("peer") UUID id, @Valid @RequestBody Held held, Caller caller) {
        var supervision = supervisions
                .changeOf(id)
                .filter(one -> caller.is(COORDINATOR) || one.isBy(caller.login()))
                .orElseThrow(NotFound::new);
        supervisions.save(
                supervision, supervision.hold(Helsinki.notAfterToday("/on", held.on(), clock), caller.login()));
        return Answer.done(supervision);
    }

    @PostMapping("/api/v1/supervisions/away")
    @AllowedTo(PROFESSIONAL)
    ResponseEntity<Void> away(@Valid @RequestBody Away away, Caller caller) {
        rows.sql("""
                        INSERT INTO supervisor_away (login, until) VALUES (?, ?)
                        ON CONFLICT (organisation, login) DO UPDATE SET until = excluded.until
                        """).params(caller.login(), away.until().toString()).update();
        return ResponseEntity.noContent().build();
    }

    /** The coordinator sees all that are due; a supervisor their own, and as a deputy those of whoever is away. */
    @GetMapping("/api/v1/supervisions/due")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    List<Due> due(Caller caller) {
        var today = Helsinki.today(clock);
        var away = rows.sql("SELECT login FROM supervisor_away WHERE until >= ?")
                .param(today.toString())
                .query(String.class)
                .list();
        return supervisions.where("true ORDER BY id").stream()
                .filter(one -> one.isDue(today))
                .filter(one -> caller.is(COORDINATOR)
                        || one.supervisor().equals(caller.login())
                        || away.contains(one.supervisor())
                                && one.deputy().filter(caller.login()::equals).isPresent())
                .map(one -> new Due(
                        one.peerExpert(),
                        peerExperts.get(one.peerExpert()).name(),
                        one.dueOn().orElse(null),
                        one.tasksSince(),
                        one.supervisor(),
                        away.contains(one.supervisor())))
                .toList();
    }

    @Override
    public void done(Assignment assignment) {
        supervisions.changeOf(assignment.peerExpert()).ifPresent(supervision -> {
            supervision.taskDone();
            supervisions.save(supervision);
        });
    }
}
