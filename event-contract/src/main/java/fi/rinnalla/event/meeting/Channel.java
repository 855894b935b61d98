package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How people met. */
public enum Channel {
    @JsonProperty("face-to-face")
    FACE_TO_FACE,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("video")
    VIDEO
}
