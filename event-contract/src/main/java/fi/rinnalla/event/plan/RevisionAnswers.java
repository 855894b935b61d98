package fi.rinnalla.event.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a revision of a plan answers. */
public enum RevisionAnswers {
    @JsonProperty("meeting")
    MEETING,
    @JsonProperty("feedback")
    FEEDBACK,
    @JsonProperty("client-wish")
    CLIENT_WISH,
    @JsonProperty("idea")
    IDEA
}
