package fi.rinnalla.peerexpert.assignment;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who goes where: the coordinator sees all, a peer expert their own, a professional those that they are a pair in. */
@RestController
class ReadAssignments {

    private final Assignments assignments;
    private final PeerExperts peerExperts;

    ReadAssignments(Assignments assignments, PeerExperts peerExperts) {
        this.assignments = assignments;
        this.peerExperts = peerExperts;
    }

    /**
     * @param peerExpert their name where they show it to the reader; absent otherwise
     * @param pulse      how it felt, for the peer expert alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentShown(
            UUID id,
            UUID request,
            @Nullable UUID meeting,
            String unit,
            TaskKind kind,
            LocalDate plannedOn,
            @Nullable LocalTime at,
            int minutes,
            @Nullable String peerExpert,
            Assignment.State state,
            boolean completed,
            @Nullable Terms terms,
            boolean feeRefused,
            List<Assignment.Note> preparation,
            List<Assignment.Note> debrief,
            Assignment.@Nullable Pulse pulse) {}

    @GetMapping("/api/v1/assignments")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL})
    Page<AssignmentShown> list(Caller caller, Paging paging) {
        var found = assignments.where(
                """
                (? OR peer_expert IN (SELECT id FROM peer_expert WHERE login = ?)
                   OR document->'workers' @> to_jsonb(?::text) AND state <> 'released')
                AND id > ? ORDER BY id LIMIT ?
                """, caller.is(COORDINATOR), caller.login(), caller.login(), paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(one -> shown(one, caller)).toList(),
                paging,
                one -> one.id().toString());
    }

    @GetMapping("/api/v1/assignments/{assignment}")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL})
    ResponseEntity<AssignmentShown> one(@PathVariable("assignment") UUID id, Caller caller) {
        var assignment = assignments.get(id);
        var peer = peerExperts.get(assignment.peerExpert());
        if (!caller.is(COORDINATOR)
                && !peer.is(caller.login())
                && !assignment.workers().contains(caller.login())) {
            throw new NotFound();
        }
        return Answer.shown(assignment, shown(assignment, caller));
    }

    private AssignmentShown shown(Assignment assignment, Caller caller) {
        var peer = peerExperts.get(assignment.peerExpert());
        boolean own = peer.is(caller.login());
        boolean named = own
                || caller.is(COORDINATOR)
                        && peer.allows(Consent.Field.NAME, Consent.Purpose.POOL)
                        && !peer.isProtected()
                || peer.allowsForTask(Consent.Field.NAME, assignment.id())
                        && !peer.profile().faceless();
        boolean inPair = own || assignment.workers().contains(caller.login());
        return new AssignmentShown(
                assignment.id(),
                assignment.request(),
                assignment.meeting().orElse(null),
                assignment.unit(),
                assignment.kind(),
                assignment.slot().on(),
                assignment.slot().at(),
                assignment.slot().minutes(),
                named ? peer.name() : null,
                assignment.state(),
                assignment.state() == Assignment.State.DONE,
                own || caller.is(COORDINATOR) ? assignment.agreedTerms().orElse(null) : null,
                assignment.isFeeRefused(),
                inPair ? assignment.preparation() : List.of(),
                inPair ? assignment.debrief() : List.of(),
                own ? assignment.pulse() : null);
    }
}
