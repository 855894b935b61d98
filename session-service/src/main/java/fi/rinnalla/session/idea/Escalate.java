package fi.rinnalla.session.idea;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks for ideas whose day of answer has gone by: from then on they stand first in every manager's list, and it is said. */
@Component
class Escalate {

    private final Keeper keeper;
    private final Ideas ideas;
    private final OnBehalf onBehalf;
    private final Clock clock;

    Escalate(Keeper keeper, Ideas ideas, OnBehalf onBehalf, Clock clock) {
        this.keeper = keeper;
        this.ideas = ideas;
        this.onBehalf = onBehalf;
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
                .forEach(late -> onBehalf.of(late.organisation(), () -> {
                    var idea = ideas.change(late.id());
                    idea.notice(today).ifPresent(said -> ideas.save(idea, said));
                }));
    }
}
