package fi.rinnalla.session.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.answering.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * A goal in two voices. Where the two see it differently, the reason of each is kept beside it.
 *
 * @param clientWords the client's own words
 * @param workerWords the worker's words
 * @param difference  absent where they see it alike
 */
record Goal(Source source, String clientWords, String workerWords, @Nullable Difference difference) {

    /** Whose goal it is. */
    enum Source {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("worker")
        WORKER,
        @JsonProperty("together")
        TOGETHER
    }

    /** Why each sees it as they do. */
    record Difference(String clientReason, String workerReason) {
        Difference {
            requireText("/goals/difference/clientReason", clientReason);
            requireText("/goals/difference/workerReason", workerReason);
        }
    }

    private static final int LONGEST = 2_000;

    Goal {
        if (source == null) {
            throw BadRequest.field("/goals/source", "required", "Say whose goal it is: client, worker or together.");
        }
        requireText("/goals/clientWords", clientWords);
        requireText("/goals/workerWords", workerWords);
    }

    @JsonIgnore
    boolean differs() {
        return difference != null;
    }

    private static void requireText(String pointer, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw BadRequest.field(
                    pointer, "1-to-2000", "Both voices are needed, each in 1 to " + LONGEST + " characters.");
        }
    }
}
