package fi.rinnalla.peerexpert.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One field may be used for one purpose, and no more than that. A consent for a task ends with the task.
 *
 * @param task the assignment that it is for; absent where it stands until it is withdrawn
 */
public record Consent(
        @NotNull(message = "required") Field field,
        @NotNull(message = "required") Purpose purpose,
        @Nullable UUID task) {

    public enum Field {
        @JsonProperty("name")
        NAME,
        @JsonProperty("languages")
        LANGUAGES,
        @JsonProperty("region")
        REGION,
        @JsonProperty("roles")
        ROLES,
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("experience")
        EXPERIENCE,
        @JsonProperty("story")
        STORY
    }

    public enum Purpose {
        /** Seen by whoever coordinates the pool, and used in suggesting. */
        @JsonProperty("pool")
        POOL,
        /** Seen by whoever asked for the task. */
        @JsonProperty("orderer")
        ORDERER
    }
}
