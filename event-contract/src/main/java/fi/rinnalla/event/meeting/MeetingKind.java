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
    @JsonProperty("discussion-cafe")
    DISCUSSION_CAFE
}
