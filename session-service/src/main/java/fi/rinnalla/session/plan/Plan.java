package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.PlanEvent.PlanRevised;
import fi.rinnalla.event.plan.PlanEvent.PlanStarted;
import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.keeping.Whole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of a client's plan. It is revised in two voices once both have agreed; it may also stay without goals,
 * and nothing is said of that.
 */
public class Plan extends Whole {

    private String unit = "";
    private UUID client = new UUID(0, 0);
    private @Nullable String officialRecord;
    private int revision;

    private Plan() {}

    Plan(UUID id, String unit, UUID client, @Nullable String officialRecord) {
        super(id);
        this.unit = unit;
        this.client = client;
        this.officialRecord = officialRecord;
    }

    PlanStarted started() {
        return new PlanStarted(unit);
    }

    /** The plan after this is the given goals; what it was before stays readable as the revision before. */
    PlanRevised revise(List<Goal> goals, RevisionAnswers answers, Source proposedBy) {
        if (goals.isEmpty()) {
            throw BadRequest.field(
                    "/goals", "empty", "A revision has at least one goal; until then the plan is being built.");
        }
        revision++;
        return new PlanRevised(
                unit,
                revision,
                count(goals, Source.CLIENT),
                count(goals, Source.WORKER),
                count(goals, Source.TOGETHER),
                goals.size(),
                (int) goals.stream().filter(Goal::differs).count(),
                answers,
                proposedBy,
                (int) goals.stream().filter(goal -> goal.responsible() != null).count());
    }

    private static int count(List<Goal> goals, Source source) {
        return (int) goals.stream().filter(goal -> goal.source() == source).count();
    }

    /** Number of the latest revision, 0 while the plan is being built. */
    int revision() {
        return revision;
    }

    public String unit() {
        return unit;
    }

    public UUID client() {
        return client;
    }

    @Nullable
    String officialRecord() {
        return officialRecord;
    }
}
