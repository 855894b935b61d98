package fi.rinnalla.session.notebook;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.plan.Plans;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where notebooks are kept: each plan has one, opened when it is first written in. */
@Repository
class Notebooks extends Documents<Notebook> {

    private final Plans plans;
    private final Ids ids;

    Notebooks(Keeping keeping, Plans plans, Ids ids) {
        super("notebook", Notebook.class, keeping);
        this.plans = plans;
        this.ids = ids;
    }

    /** The notebook of a plan of the caller's own, to be written in. */
    Notebook changeOf(UUID plan, Caller caller) {
        var own = plans.between(plan, caller);
        // Two first writers at once: one opens it and the other waits here.
        sql("SELECT FROM plan WHERE id = ? FOR UPDATE")
                .param(plan)
                .query((row, n) -> true)
                .list();
        return where("plan = ? FOR UPDATE", plan).stream().findFirst().orElseGet(() -> {
            var opened = new Notebook(ids.get(), plan, own.unit());
            add(opened);
            return opened;
        });
    }

    /** Empty pages where nothing was written yet. */
    Notebook of(UUID plan, Caller caller) {
        var own = plans.between(plan, caller);
        return where("plan = ?", plan).stream().findFirst().orElseGet(() -> new Notebook(ids.get(), plan, own.unit()));
    }

    /** Refuses a goal that the plan does not have. */
    void requireGoal(UUID plan, UUID goal) {
        if (plans.goalsOf(plan).stream().noneMatch(one -> goal.equals(one.id()))) {
            throw BadRequest.field("/goal", "unknown", "The plan has no such goal.");
        }
    }
}
