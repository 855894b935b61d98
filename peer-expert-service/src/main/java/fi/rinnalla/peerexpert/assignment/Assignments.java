package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

/** Tasks that somebody has accepted. */
@Repository
public class Assignments extends Documents<Assignment> {

    Assignments(Keeping keeping) {
        super("assignment", Assignment.class, keeping);
    }

    public List<Assignment> aheadOf(UUID request) {
        return where("request = ? AND state IN ('given', 'asked-again') ORDER BY id FOR UPDATE", request);
    }

    public List<Assignment> aheadFor(UUID peerExpert) {
        return where(
                "peer_expert = ? AND state IN ('given', 'asked-again') ORDER BY planned_on, id FOR UPDATE", peerExpert);
    }

    /** Tasks on these days that were not released, of everybody. */
    public List<Assignment> between(LocalDate from, LocalDate until) {
        return where(
                "state <> 'released' AND planned_on >= ? AND planned_on <= ? ORDER BY id",
                from.toString(),
                until.toString());
    }

    int doneBy(UUID peerExpert, YearMonth month) {
        return where("peer_expert = ? AND state = 'done' AND document->>'doneOn' LIKE ?", peerExpert, month + "-%")
                .size();
    }

    /** Books the time; nobody is in two places at once. */
    void book(Assignment assignment) {
        inTurnFor(assignment.peerExpert());
        try {
            sql("INSERT INTO booking (assignment, peer_expert, during) VALUES (?, ?, tstzrange(?::timestamptz, ?::timestamptz))")
                    .params(
                            assignment.id(),
                            assignment.peerExpert(),
                            assignment.slot().begins().toString(),
                            assignment.slot().ends().toString())
                    .update();
        } catch (DataIntegrityViolationException overlaps) {
            throw new Refused("booked-already", "There is another task at that time.");
        }
    }

    /**
     * Who books for the same person waits for the one before. Without this many at once wait for each other in a ring,
     * which the database takes a second to notice and breaks one by one.
     */
    private void inTurnFor(UUID peerExpert) {
        sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("booking " + peerExpert)
                .query()
                .listOfRows();
    }

    void unbook(Assignment assignment) {
        sql("DELETE FROM booking WHERE assignment = ?").param(assignment.id()).update();
    }

    /** Whether there is another task at that time. */
    boolean isBusy(Assignment assignment, Slot at) {
        return !sql("SELECT FROM booking WHERE peer_expert = ? AND assignment <> ? AND during && tstzrange(?::timestamptz, ?::timestamptz)")
                .params(
                        assignment.peerExpert(),
                        assignment.id(),
                        at.begins().toString(),
                        at.ends().toString())
                .query()
                .listOfRows()
                .isEmpty();
    }
}
