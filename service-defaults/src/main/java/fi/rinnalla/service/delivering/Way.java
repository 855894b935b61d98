package fi.rinnalla.service.delivering;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By which way a message goes. */
public enum Way {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("text-message")
    TEXT_MESSAGE
}
