package fi.rinnalla.event.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a promise. */
public enum CommitmentOutcome {
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("late")
    LATE,
    @JsonProperty("cancelled-with-notice")
    CANCELLED_WITH_NOTICE
}
