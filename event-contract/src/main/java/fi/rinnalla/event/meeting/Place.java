package fi.rinnalla.event.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of place people meet in; never an address. */
public enum Place {
    @JsonProperty("office")
    OFFICE,
    @JsonProperty("home")
    HOME,
    @JsonProperty("outdoors")
    OUTDOORS,
    @JsonProperty("quiet-room")
    QUIET_ROOM,
    @JsonProperty("elsewhere")
    ELSEWHERE
}
