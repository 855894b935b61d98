package fi.rinnalla.session.plan;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import org.springframework.stereotype.Component;

/** What two have agreed on becomes a revision of the plan: kept, said, and noted in the log of use. */
@Component
class ReviseTogether {

    private final Plans plans;
    private final AccessLog accessLog;
    private final Ids ids;

    ReviseTogether(Plans plans, AccessLog accessLog, Ids ids) {
        this.plans = plans;
        this.accessLog = accessLog;
        this.ids = ids;
    }

    void revise(Plan plan, Revision agreed, Caller caller) {
        var goals = agreed.goals().stream()
                .map(goal -> goal.id() == null ? goal.withId(ids.get()) : goal)
                .toList();
        var revised = plan.revise(goals, agreed.answers(), agreed.proposedBy());
        plans.save(plan, revised);
        plans.keep(
                plan.id(),
                new Revision(
                        plan.revision(),
                        agreed.revisedAt(),
                        agreed.agreedOn(),
                        agreed.together(),
                        agreed.proposedBy(),
                        agreed.reason(),
                        agreed.answers(),
                        agreed.answersWhich(),
                        goals,
                        null));
        accessLog.touched(caller, "plan-revised", plan.id(), "care");
    }
}
