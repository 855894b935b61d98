package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a meeting is for. */
public enum MeetingKind {
    @JsonProperty("one-to-one")
    ONE_TO_ONE,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("network")
    NETWORK,
    @JsonProperty("co-development")
    CO_DEVELOPMENT,
    @JsonProperty("circulating")
    CIRCULATING,
    @JsonProperty("doing-together")
    DOING_TOGETHER,
    @JsonProperty("discussion-cafe")
    DISCUSSION_CAFE,
    @JsonProperty("outreach")
    OUTREACH,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("training-day")
    TRAINING_DAY
}
