package fi.rinnalla.peerexpert.assignment;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.pool.Pseudonyms;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A task is done: the meeting was held, or the coordinator says so of one that came from no meeting. */
@RestController
public class CompleteTask {

    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final Pseudonyms pseudonyms;
    private final List<WhenDone> whenDone;
    private final Clock clock;

    CompleteTask(
            Assignments assignments,
            PeerExperts peerExperts,
            Pseudonyms pseudonyms,
            List<WhenDone> whenDone,
            Clock clock) {
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.pseudonyms = pseudonyms;
        this.whenDone = whenDone;
        this.clock = clock;
    }

    record Done(
            @NotNull(message = "required") LocalDate doneOn,

            @Min(value = 1, message = "1-to-1440") @Max(value = 1_440, message = "1-to-1440")
            int minutes) {}

    @PostMapping("/api/v1/assignments/{assignment}/complete")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> byHand(@PathVariable("assignment") UUID id, @Valid @RequestBody Done done) {
        var assignment = assignments.change(id);
        if (assignment.meeting().isPresent()) {
            throw new Refused("follows-its-meeting", "This task is done once its meeting is closed.");
        }
        complete(assignment, Helsinki.notAfterToday("/doneOn", done.doneOn(), clock), done.minutes());
        return Answer.done(assignment);
    }

    public void complete(Assignment assignment, LocalDate on, int minutes) {
        assignments.save(
                assignment,
                assignment.complete(
                        on,
                        minutes,
                        pseudonyms.of(assignment.peerExpert()),
                        1 + assignments.doneBy(assignment.peerExpert(), YearMonth.from(on))));
        assignments.unbook(assignment);
        var peer = peerExperts.change(assignment.peerExpert());
        peer.taskEnded(assignment.id());
        peerExperts.save(peer);
        whenDone.forEach(then -> then.done(assignment));
    }
}
