package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a peer expert, and who goes where: the coordinator sees all, a peer expert their own. */
@RestController
class ReadAssignments {

    private final JdbcClient rows;

    ReadAssignments(JdbcClient rows) {
        this.rows = rows;
    }

    record RequestShown(UUID meeting, String unit, LocalDate plannedOn) {}

    record AssignmentShown(UUID id, UUID meeting, String unit, LocalDate plannedOn, String peerExpert, boolean completed) {}

    @GetMapping("/api/v1/requests")
    @AllowedTo(UserRole.COORDINATOR)
    Page<RequestShown> open(Paging paging) {
        var after = paging.after().map(key -> key.split(" "));
        var found = rows.sql("""
                        SELECT meeting, unit, planned_on FROM request
                        WHERE open AND (planned_on, meeting) > (?, ?) ORDER BY planned_on, meeting LIMIT ?
                        """)
                .params(
                        after.map(key -> LocalDate.parse(key[0])).orElse(LocalDate.of(1, 1, 1)),
                        after.map(key -> UUID.fromString(key[1])).orElse(new UUID(0, 0)),
                        paging.limitAndOne())
                .query(RequestShown.class)
                .list();
        return Page.of(found, paging, request -> request.plannedOn() + " " + request.meeting());
    }

    @GetMapping("/api/v1/assignments")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PEER_EXPERT})
    Page<AssignmentShown> assignments(Caller caller, Paging paging) {
        var found = rows.sql("""
                        SELECT assignment.id, meeting, unit, planned_on, name AS peer_expert,
                               completed_on IS NOT NULL AS completed
                        FROM assignment JOIN peer_expert ON peer_expert.id = assignment.peer_expert
                        WHERE (? OR login = ?) AND assignment.id > ? ORDER BY assignment.id LIMIT ?
                        """)
                .params(
                        caller.is(UserRole.COORDINATOR),
                        caller.login(),
                        paging.after().map(UUID::fromString).orElse(new UUID(0, 0)),
                        paging.limitAndOne())
                .query(AssignmentShown.class)
                .list();
        return Page.of(found, paging, assignment -> assignment.id().toString());
    }
}
