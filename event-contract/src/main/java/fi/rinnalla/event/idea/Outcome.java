package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was decided of an idea. */
public enum Outcome {
    @JsonProperty("adopted")
    ADOPTED,
    @JsonProperty("adapted")
    ADAPTED,
    @JsonProperty("declined")
    DECLINED
}
