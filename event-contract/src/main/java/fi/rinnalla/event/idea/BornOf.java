package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an idea was born of. */
public enum BornOf {
    @JsonProperty("own-thought")
    OWN_THOUGHT,
    @JsonProperty("theme")
    THEME,
    @JsonProperty("tip")
    TIP,
    @JsonProperty("disappointment")
    DISAPPOINTMENT,
    @JsonProperty("recommendation")
    RECOMMENDATION,
    /** A theme of which several wrote when they answered privately. */
    @JsonProperty("feedback")
    FEEDBACK
}
