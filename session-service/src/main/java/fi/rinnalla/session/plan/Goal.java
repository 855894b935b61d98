package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal in two voices. Where the two see it differently, the reason of each is kept beside it.
 *
 * @param id          the same through all revisions; given by the service to a new goal
 * @param clientWords the client's own words
 * @param workerWords the worker's words
 * @param difference  absent where they see it alike
 * @param responsible who of the network looks after it, by name or task; absent where nobody does yet
 */
public record Goal(
        @Nullable UUID id,
        @NotNull(message = "required") Source source,
        @Words String clientWords,
        @Words String workerWords,
        @Nullable @Valid Difference difference,
        @Words(max = 200, optional = true) @Nullable String responsible) {

    /** Why each sees it as they do. */
    public record Difference(
            @Words String clientReason, @Words String workerReason) {}

    Goal withId(UUID id) {
        return new Goal(id, source, clientWords, workerWords, difference, responsible);
    }

    boolean differs() {
        return difference != null;
    }
}
