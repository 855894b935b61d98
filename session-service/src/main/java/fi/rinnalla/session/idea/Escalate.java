package fi.rinnalla.session.idea;

import fi.rinnalla.service.rows.ActingFor;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for ideas whose day of answer has gone by: from then on they stand first in every manager's list, and it is said. */
@Component
class Escalate {

    private final Keeper keeper;
    private final Ideas ideas;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalate(Keeper keeper, Ideas ideas, TransactionTemplate transaction, Clock clock) {
        this.keeper = keeper;
        this.ideas = ideas;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Late(UUID id, String organisation) {}

    void whateverIsLate() {
        var today = Helsinki.today(clock);
        keeper.rows()
                .sql("SELECT id, organisation FROM idea WHERE state = 'in-discussion' AND NOT late AND due_on < ?")
                .param(today.toString())
                .query(Late.class)
                .list()
                .forEach(late -> ActingFor.organisation(late.organisation(), () -> transaction.execute(status -> {
                    var idea = ideas.change(late.id());
                    idea.notice(today).ifPresent(said -> ideas.save(idea, said));
                    return idea;
                })));
    }
}
