package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a meeting was moved or cancelled. */
public enum ChangeReason {
    @JsonProperty("illness")
    ILLNESS,
    @JsonProperty("another-time-wished")
    ANOTHER_TIME_WISHED,
    @JsonProperty("no-longer-needed")
    NO_LONGER_NEEDED,
    @JsonProperty("worker-prevented")
    WORKER_PREVENTED,
    @JsonProperty("circumstances")
    CIRCUMSTANCES
}
