package fi.rinnalla.peerexpert.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of compensation of the field: a code list. */
public enum Compensation {
    @JsonProperty("fee")
    FEE,
    @JsonProperty("incentive")
    INCENTIVE,
    @JsonProperty("activity-allowance")
    ACTIVITY_ALLOWANCE,
    @JsonProperty("none")
    NONE
}
