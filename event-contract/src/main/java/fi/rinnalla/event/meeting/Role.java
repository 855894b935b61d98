package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In what role somebody takes part in one meeting; it may differ from meeting to meeting. */
public enum Role {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("peer-expert")
    PEER_EXPERT,
    @JsonProperty("professional")
    PROFESSIONAL,
    @JsonProperty("manager")
    MANAGER
}
