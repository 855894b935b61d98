package fi.rinnalla.peerexpert.pool;

import com.fasterxml.jackson.annotation.JsonProperty;

/** "Is it a good time for this?" No reason is asked, and nobody else sees when it changed (P40). */
public enum Readiness {
    @JsonProperty("yes")
    YES,
    @JsonProperty("rather-not")
    RATHER_NOT,
    @JsonProperty("paused")
    PAUSED
}
