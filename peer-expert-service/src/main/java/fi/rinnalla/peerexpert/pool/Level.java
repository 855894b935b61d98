package fi.rinnalla.peerexpert.pool;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Both may be asked along; to which tasks, the tasks say. Training is no condition of joining (P42). */
public enum Level {
    @JsonProperty("developer-client")
    DEVELOPER_CLIENT,
    @JsonProperty("trained")
    TRAINED
}
