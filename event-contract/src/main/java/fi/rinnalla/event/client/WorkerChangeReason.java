package fi.rinnalla.event.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a client's worker changes. */
public enum WorkerChangeReason {
    @JsonProperty("client-wished")
    CLIENT_WISHED,
    @JsonProperty("worker-left")
    WORKER_LEFT,
    @JsonProperty("work-reorganised")
    WORK_REORGANISED,
    @JsonProperty("long-absence")
    LONG_ABSENCE,
    @JsonProperty("service-ended")
    SERVICE_ENDED
}
