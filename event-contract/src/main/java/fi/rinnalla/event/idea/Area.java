package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which area of inclusion an idea belongs to (THL, Sokra). */
public enum Area {
    @JsonProperty("own-life")
    OWN_LIFE,
    @JsonProperty("processes-of-influence")
    PROCESSES_OF_INFLUENCE,
    @JsonProperty("common-good")
    COMMON_GOOD
}
