package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.rows.ActingFor;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Three days before a task the question comes again: is it a good time for this? Once for each task (P40). */
@Component
class AskBeforeTask {

    private static final int DAYS_BEFORE = 3;

    private final Keeper keeper;
    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskBeforeTask(
            Keeper keeper,
            Assignments assignments,
            PeerExperts peerExperts,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.keeper = keeper;
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    void whoeverHasOneSoon() {
        var today = Helsinki.today(clock);
        keeper.rows()
                .sql("SELECT DISTINCT organisation FROM assignment WHERE state = 'given' AND planned_on >= ? AND planned_on <= ?")
                .params(today.toString(), today.plusDays(DAYS_BEFORE).toString())
                .query(String.class)
                .list()
                .forEach(organisation -> ActingFor.organisation(organisation, () -> transaction.execute(status -> {
                    assignments.between(today, today.plusDays(DAYS_BEFORE)).stream()
                            .filter(Assignment::isAhead)
                            .forEach(this::ask);
                    return null;
                })));
    }

    private void ask(Assignment task) {
        var login = peerExperts.get(task.peerExpert()).login();
        if (!notices.wasTold(login, NoticeKind.READINESS_ASKED, task.id(), LocalDate.EPOCH)) {
            notices.tell(login, NoticeKind.READINESS_ASKED, task.id());
        }
    }
}
