package fi.rinnalla.event.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who promised. */
public enum PromisedBy {
    @JsonProperty("worker")
    WORKER,
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("partner")
    PARTNER
}
