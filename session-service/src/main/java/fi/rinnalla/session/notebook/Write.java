package fi.rinnalla.session.notebook;

import fi.rinnalla.event.Event;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.client.Clients;
import fi.rinnalla.session.plan.Plans;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a use case writes into a notebook: finds it, writes, saves and says, and notes it in the log of use. */
@Component
class Write {

    private final Notebooks notebooks;
    private final Clients clients;
    private final Plans plans;
    private final AccessLog accessLog;

    Write(Notebooks notebooks, Clients clients, Plans plans, AccessLog accessLog) {
        this.notebooks = notebooks;
        this.clients = clients;
        this.plans = plans;
        this.accessLog = accessLog;
    }

    /** Something of which nothing is said. */
    Notebook quietly(UUID plan, Caller caller, Consumer<Notebook> what) {
        return write(plan, caller, notebook -> {
            what.accept(notebook);
            return new Event[0];
        });
    }

    Notebook saying(UUID plan, Caller caller, Function<Notebook, Event> what) {
        return write(plan, caller, notebook -> new Event[] {what.apply(notebook)});
    }

    private Notebook write(UUID plan, Caller caller, Function<Notebook, Event[]> what) {
        var notebook = notebooks.changeOf(plan, caller);
        notebooks.save(notebook, what.apply(notebook));
        accessLog.touched(caller, "notebook-written", plan, "care");
        return notebook;
    }

    /** Whose voice it is; the caller is one of the two. */
    Source voiceOf(UUID plan, Caller caller) {
        return isClient(plan, caller) ? Source.CLIENT : Source.WORKER;
    }

    boolean isClient(UUID plan, Caller caller) {
        return clients.get(plans.between(plan, caller).client()).is(caller.login());
    }

    /** What only the client writes; for the worker it is to read. */
    void requireClient(UUID plan, Caller caller) {
        if (!isClient(plan, caller)) {
            throw new NotFound();
        }
    }

    void requireGoal(UUID plan, UUID goal) {
        notebooks.requireGoal(plan, goal);
    }

    static ResponseEntity<Void> created(UUID plan, String under, UUID part, Notebook notebook) {
        return Answer.part("/api/v1/plans/" + plan + "/" + under, part, notebook);
    }
}
