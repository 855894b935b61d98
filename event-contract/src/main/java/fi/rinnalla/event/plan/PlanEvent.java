package fi.rinnalla.event.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import org.jspecify.annotations.Nullable;

/** What happens to a client's plan: counts alone, never its words. Said by session-service; subject is the plan's id. */
@Family(topic = "plan")
public sealed interface PlanEvent extends Event {

    /** A plan was opened. It may stay without goals as long as the client needs. */
    @Said(type = "fi.rinnalla.plan.started", to = Audience.ORGANISATION)
    record PlanStarted(@JsonProperty("unit") String unit) implements PlanEvent {}

    /**
     * A plan was revised in two voices.
     *
     * @param revision number of the revision, from 1
     * @param goalsByClient goals that the client set
     * @param goalsByWorker goals that the worker set
     * @param goalsTogether goals set together
     * @param goalsInTwoVoices goals with the client's and the worker's own words
     * @param differingGoals goals on which the two see differently, each with the reason kept
     * @param answers what the revision answers
     * @param proposedBy who proposed it; absent before 2026-11
     * @param goalsWithResponsible goals for which somebody of the network is responsible; absent before 2026-11
     */
    @Said(type = "fi.rinnalla.plan.revised", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanRevised(
            @JsonProperty("unit") String unit,
            @JsonProperty("revision") int revision,
            @JsonProperty("goalsByClient") int goalsByClient,
            @JsonProperty("goalsByWorker") int goalsByWorker,
            @JsonProperty("goalsTogether") int goalsTogether,
            @JsonProperty("goalsInTwoVoices") int goalsInTwoVoices,
            @JsonProperty("differingGoals") int differingGoals,
            @JsonProperty("answers") RevisionAnswers answers,
            @JsonProperty("proposedBy") @Nullable Source proposedBy,
            @JsonProperty("goalsWithResponsible") @Nullable Integer goalsWithResponsible)
            implements PlanEvent {}

    /** The client says of a revision made at the table: I see it otherwise. Both views are kept. */
    @Said(type = "fi.rinnalla.plan.revision-objected", to = Audience.ORGANISATION)
    record RevisionObjected(
            @JsonProperty("unit") String unit,
            @JsonProperty("revision") int revision) implements PlanEvent {}
}
