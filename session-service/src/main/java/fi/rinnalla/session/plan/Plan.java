package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.PlanEvent.PlanRevised;
import fi.rinnalla.event.plan.PlanEvent.PlanStarted;
import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.service.answering.BadRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of a client's plan. It is revised in two voices; it may also stay without goals, and nothing is said
 * of that.
 */
class Plan {

    private final UUID id;
    private final String unit;
    private final String client;
    private final String worker;
    private final @Nullable String officialRecord;
    private long version;

    Plan(UUID id, long version, String unit, String client, String worker, @Nullable String officialRecord) {
        this.id = id;
        this.version = version;
        this.unit = unit;
        this.client = client;
        this.worker = worker;
        this.officialRecord = officialRecord;
    }

    static Plan start(UUID id, String unit, String client, String worker, @Nullable String officialRecord) {
        return new Plan(id, 1, unit, client, worker, officialRecord);
    }

    PlanStarted started() {
        return new PlanStarted(unit);
    }

    /** The plan after this is the given goals; what it was before stays readable as the revision before. */
    PlanRevised revise(List<Goal> goals, RevisionAnswers answers) {
        if (goals.isEmpty()) {
            throw BadRequest.field("/goals", "empty", "A revision has at least one goal; until then the plan is being built.");
        }
        version++;
        return new PlanRevised(
                unit,
                revision(),
                count(goals, Goal.Source.CLIENT),
                count(goals, Goal.Source.WORKER),
                count(goals, Goal.Source.TOGETHER),
                goals.size(),
                (int) goals.stream().filter(Goal::differs).count(),
                answers);
    }

    private static int count(List<Goal> goals, Goal.Source source) {
        return (int) goals.stream().filter(goal -> goal.source() == source).count();
    }

    /** Number of the latest revision, 0 while the plan is being built. */
    int revision() {
        return Math.toIntExact(version - 1);
    }

    /** Only the two whose plan it is. */
    boolean isBetween(String login) {
        return client.equals(login) || worker.equals(login);
    }

    boolean isLedBy(String login) {
        return worker.equals(login);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String unit() {
        return unit;
    }

    String client() {
        return client;
    }

    String worker() {
        return worker;
    }

    @Nullable String officialRecord() {
        return officialRecord;
    }
}
