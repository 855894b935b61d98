package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an idea asks for: a change, a group of one's own, or a study done together. */
public enum IdeaForm {
    @JsonProperty("idea")
    IDEA,
    @JsonProperty("group")
    GROUP,
    @JsonProperty("inquiry")
    INQUIRY
}
