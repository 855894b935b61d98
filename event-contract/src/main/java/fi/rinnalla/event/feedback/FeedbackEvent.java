package fi.rinnalla.event.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients said, once nobody can be found in it. Said by feedback-service; subject is the unit's release. */
@Family(topic = "feedback")
public sealed interface FeedbackEvent extends Event {

    /**
     * One private answer, said in a shuffled batch of at least as many as the organisation's threshold.
     *
     * @param period         {@code 2017-W44}, or the wider {@code 2017-10} or {@code 2017-Q4} when the week had too few
     * @param release        the batch that it was said in; figures move by whole batches
     * @param releaseSize    how many answers the batch holds, 5 or more
     * @param kind           kind of meeting; absent where too few in the batch share it
     * @param channel        how people met; absent where too few in the batch share it
     * @param withPeerExpert whether a peer expert was present; absent where too few in the batch share it
     * @param heard          "I was heard", 1 (not at all) to 5 (fully)
     * @param enoughTime     "there was enough time", 1 to 5; absent if not answered
     */
    @Said(type = "fi.rinnalla.feedback.given", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedbackGiven(
            @JsonProperty("unit") String unit,
            @JsonProperty("period") String period,
            @JsonProperty("release") UUID release,
            @JsonProperty("releaseSize") int releaseSize,
            @JsonProperty("kind") @Nullable MeetingKind kind,
            @JsonProperty("channel") @Nullable Channel channel,
            @JsonProperty("withPeerExpert") @Nullable Boolean withPeerExpert,
            @JsonProperty("heard") int heard,
            @JsonProperty("enoughTime") @Nullable Integer enoughTime)
            implements FeedbackEvent {}
}
