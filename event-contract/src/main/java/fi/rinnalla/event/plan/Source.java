package fi.rinnalla.event.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose a goal or a proposal is. */
public enum Source {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("worker")
    WORKER,
    @JsonProperty("together")
    TOGETHER
}
