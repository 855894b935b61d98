package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of the closing question. The client chooses between the first three. */
public enum ClosingQuestion {
    /** Asked, and talked through in the meeting. */
    @JsonProperty("spoken")
    SPOKEN,
    /** Asked, and the client answers alone. What the answer is nobody can join to the meeting. */
    @JsonProperty("private")
    PRIVATE,
    /** Asked, and the client did not wish to answer. */
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("not-asked")
    NOT_ASKED
}
