package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose idea it is. */
public enum Origin {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("peer-expert")
    PEER_EXPERT,
    @JsonProperty("worker")
    WORKER,
    @JsonProperty("together")
    TOGETHER
}
