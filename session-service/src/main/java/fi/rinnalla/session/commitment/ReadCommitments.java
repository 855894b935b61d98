package fi.rinnalla.session.commitment;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.commitment.PromisedBy;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The promises between a client and the present worker: the client's own, and those of all of a worker's clients. */
@RestController
class ReadCommitments {

    private final Commitments commitments;
    private final Clock clock;

    ReadCommitments(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    /** @param late its day has passed and it is still open */
    record CommitmentShown(
            UUID id,
            UUID client,
            String promise,
            PromisedBy promisedBy,
            String name,
            LocalDate dueOn,
            Commitment.State state,
            boolean late,
            @Nullable LocalDate closedOn,
            @Nullable String notice) {}

    @GetMapping("/api/v1/commitments")
    @AllowedTo({PROFESSIONAL, CLIENT})
    Page<CommitmentShown> list(Caller caller, Paging paging) {
        // The first due comes first; the day and the id together are the key of a place in the list.
        var after = paging.after().map(key -> key.split(" ")).orElse(new String[] {"", new UUID(0, 0).toString()});
        var found = commitments.where("""
                client IN (SELECT id FROM client WHERE worker = ? OR login = ?)
                AND (due_on, id) > (?, ?::uuid) ORDER BY due_on, id LIMIT ?
                """, caller.login(), caller.login(), after[0], after[1], paging.limitAndOne());
        return Page.of(found.stream().map(this::shown).toList(), paging, shown -> shown.dueOn() + " " + shown.id());
    }

    private CommitmentShown shown(Commitment commitment) {
        var promise = commitment.promise();
        return new CommitmentShown(
                commitment.id(),
                promise.client(),
                promise.words(),
                promise.by(),
                promise.name(),
                promise.dueOn(),
                commitment.state(),
                commitment.isLate(Helsinki.today(clock)),
                commitment.closedOn(),
                commitment.notice());
    }
}
