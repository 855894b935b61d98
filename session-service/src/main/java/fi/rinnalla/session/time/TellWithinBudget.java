package fi.rinnalla.session.time;

import fi.rinnalla.event.unit.UnitEvent.ClientMonthCounted;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.client.Client;
import fi.rinnalla.session.meeting.Meeting;
import fi.rinnalla.session.meeting.Meetings;
import fi.rinnalla.session.meeting.WhenHeld;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a client's month stays within the time that the unit sets aside: told with the month's first meeting, and again
 * with the one that goes over it. Who the client is stays here (P3).
 */
@Component
class TellWithinBudget implements WhenHeld {

    private final JdbcClient rows;
    private final TimeBudgets budgets;
    private final Meetings meetings;
    private final Outbox outbox;
    private final Ids ids;

    TellWithinBudget(JdbcClient rows, TimeBudgets budgets, Meetings meetings, Outbox outbox, Ids ids) {
        this.rows = rows;
        this.budgets = budgets;
        this.meetings = meetings;
        this.outbox = outbox;
        this.ids = ids;
    }

    private record Told(UUID id, int told, @Nullable Boolean within) {}

    @Override
    public void held(Meeting meeting, Client client) {
        budgets.of(client.unit()).ifPresent(budget -> count(client, YearMonth.from(meeting.day()), budget));
    }

    private void count(Client client, YearMonth month, int budget) {
        var before = lock(client, month);
        boolean within = meetings.minutesWith(client.id(), month) <= budget;
        if (before.within() != null && before.within() == within) {
            return;
        }
        rows.sql("UPDATE client_month SET told = told + 1, within = ? WHERE id = ?")
                .params(within, before.id())
                .update();
        outbox.say(before.id(), before.told() + 1, new ClientMonthCounted(client.unit(), month.toString(), within));
    }

    /** Two meetings that are closed at once count one after the other, so that the second sees the first. */
    private Told lock(Client client, YearMonth month) {
        rows.sql("INSERT INTO client_month (client, month, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(client.id(), month.toString(), ids.get())
                .update();
        return rows.sql("SELECT id, told, within FROM client_month WHERE client = ? AND month = ? FOR UPDATE")
                .params(client.id(), month.toString())
                .query(Told.class)
                .single();
    }
}
