package fi.rinnalla.event.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who answers. Each kind has questions of its own, and their answers are never put together. */
public enum Giver {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("relative")
    RELATIVE,
    @JsonProperty("peer-expert")
    PEER_EXPERT,
    @JsonProperty("professional")
    PROFESSIONAL
}
