package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Three days before a task the question comes again: is it a good time for this? Once for each task (P40). */
@Component
class AskBeforeTask {

    private static final int DAYS_BEFORE = 3;

    private final Keeper keeper;
    private final Assignments assignments;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final OnBehalf onBehalf;
    private final Clock clock;

    AskBeforeTask(
            Keeper keeper,
            Assignments assignments,
            PeerExperts peerExperts,
            Notices notices,
            OnBehalf onBehalf,
            Clock clock) {
        this.keeper = keeper;
        this.assignments = assignments;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    void whoeverHasOneSoon() {
        var today = Helsinki.today(clock);
        keeper.rows()
                .sql(
                        "SELECT DISTINCT organisation FROM assignment WHERE state = 'given' AND planned_on >= ? AND planned_on <= ?")
                .params(today.toString(), today.plusDays(DAYS_BEFORE).toString())
                .query(String.class)
                .list()
                .forEach(organisation -> onBehalf.of(organisation, () -> {
                    assignments.between(today, today.plusDays(DAYS_BEFORE)).stream()
                            .filter(Assignment::isAhead)
                            .forEach(this::ask);
                }));
    }

    private void ask(Assignment task) {
        var login = peerExperts.get(task.peerExpert()).login();
        if (!notices.wasTold(login, NoticeKind.READINESS_ASKED, task.id(), LocalDate.EPOCH)) {
            notices.tell(login, NoticeKind.READINESS_ASKED, task.id());
        }
    }
}
