package fi.rinnalla.event.need;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a need is about that no service could answer. */
public enum NeedTheme {
    @JsonProperty("housing")
    HOUSING,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("substance-use")
    SUBSTANCE_USE,
    @JsonProperty("work")
    WORK,
    @JsonProperty("studies")
    STUDIES,
    @JsonProperty("relationships")
    RELATIONSHIPS,
    @JsonProperty("daily-life")
    DAILY_LIFE,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("other")
    OTHER
}
