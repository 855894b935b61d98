package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the client's own statement is kept with a network meeting. */
public enum ClientStatement {
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("not-wished")
    NOT_WISHED
}
