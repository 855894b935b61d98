package fi.rinnalla.event.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;

/** What becomes of a need that no service could answer. Said by session-service; subject is the need's id. */
@Family(topic = "unmet-need")
public sealed interface NeedEvent extends Event {

    /** A need stayed unanswered and went up to management. */
    @Said(type = "fi.rinnalla.unmet-need.recorded", to = Audience.ORGANISATION)
    record UnmetNeedRecorded(
            @JsonProperty("unit") String unit,
            @JsonProperty("recordedOn") LocalDate recordedOn,
            @JsonProperty("theme") NeedTheme theme,
            @JsonProperty("reason") NeedReason reason)
            implements NeedEvent {}

    /** Management answered. */
    @Said(type = "fi.rinnalla.unmet-need.answered", to = Audience.ORGANISATION)
    record UnmetNeedAnswered(
            @JsonProperty("unit") String unit,
            @JsonProperty("answeredOn") LocalDate answeredOn,
            @JsonProperty("theme") NeedTheme theme,
            @JsonProperty("reason") NeedReason reason)
            implements NeedEvent {}
}
