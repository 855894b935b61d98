package fi.rinnalla.event.need;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a need stayed unanswered. */
public enum NeedReason {
    @JsonProperty("no-such-service")
    NO_SUCH_SERVICE,
    @JsonProperty("queue")
    QUEUE,
    @JsonProperty("criteria")
    CRITERIA,
    @JsonProperty("distance")
    DISTANCE,
    @JsonProperty("cost")
    COST,
    @JsonProperty("opening-hours")
    OPENING_HOURS,
    @JsonProperty("other")
    OTHER
}
