package fi.rinnalla.session.time;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.client.Client;
import fi.rinnalla.session.client.Clients;
import fi.rinnalla.session.meeting.Meetings;
import fi.rinnalla.session.plan.Plans;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How much time there has been for a client; read by the client and the present worker. */
@RestController
class ReadTime {

    private final Clients clients;
    private final Meetings meetings;
    private final Plans plans;
    private final TimeBudgets budgets;

    ReadTime(Clients clients, Meetings meetings, Plans plans, TimeBudgets budgets) {
        this.clients = clients;
        this.meetings = meetings;
        this.plans = plans;
        this.budgets = budgets;
    }

    @GetMapping("/api/v1/clients/{client}/time")
    @AllowedTo({PROFESSIONAL, CLIENT})
    ClientTime ofClient(@PathVariable("client") UUID id, Caller caller) {
        return of(clients.between(id, caller));
    }

    /** A worker's present clients, one after the other. */
    @GetMapping("/api/v1/time")
    @AllowedTo({PROFESSIONAL})
    Page<ClientTime> ofOwnClients(Caller caller, Paging paging) {
        var found = clients.where(
                "worker = ? AND id > ? ORDER BY id LIMIT ?", caller.login(), paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(this::of).toList(),
                paging,
                time -> time.client().toString());
    }

    private ClientTime of(Client client) {
        return ClientTime.of(
                client.id(),
                meetings.heldWith(client.id()),
                budgets.of(client.unit()),
                plans.firstOwnGoal(client.id()));
    }
}
