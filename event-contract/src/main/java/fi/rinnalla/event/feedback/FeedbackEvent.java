package fi.rinnalla.event.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import java.time.LocalDate;
import java.util.List;
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
     * @param others         what else was answered; a question that too few of those told alike answered, or all alike, is left out
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
            @JsonProperty("enoughTime") @Nullable Integer enoughTime,
            @JsonProperty("others") @Nullable List<Score> others)
            implements FeedbackEvent {}

    /**
     * What a relative, a peer expert or a professional answered: never put together with what clients say.
     *
     * @param period      as with what clients say
     * @param release     the batch that it was said in
     * @param releaseSize how many answers the batch holds, 5 or more
     * @param scores      by the keys of their questions; which too few answered, or all alike, are left out
     */
    @Said(type = "fi.rinnalla.feedback.given-by-others", to = Audience.ORGANISATION)
    record OthersFeedbackGiven(
            @JsonProperty("unit") String unit,
            @JsonProperty("period") String period,
            @JsonProperty("release") UUID release,
            @JsonProperty("releaseSize") int releaseSize,
            @JsonProperty("giver") Giver giver,
            @JsonProperty("scores") List<Score> scores)
            implements FeedbackEvent {}

    /** Several wrote of something, and it was given a name. The name stays inside; ideas can say that they answer it by its id. */
    @Said(type = "fi.rinnalla.feedback.theme-raised", to = Audience.ORGANISATION)
    record ThemeRaised(@JsonProperty("unit") String unit) implements FeedbackEvent {}

    /**
     * What many wrote of was answered: "you said, we did".
     *
     * @param decision the idea whose decision caused the reply; absent where it needed none
     */
    @Said(type = "fi.rinnalla.feedback.theme-replied", to = Audience.ORGANISATION)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThemeReplied(
            @JsonProperty("unit") String unit,
            @JsonProperty("repliedOn") LocalDate repliedOn,
            @JsonProperty("decision") @Nullable UUID decision)
            implements FeedbackEvent {}

    /**
     * What those drew of one service, in their service paths, who were enough and not of one mind; each path counts once.
     *
     * @param period     the quarter in which they were enough: {@code 2017-Q4}
     * @param service    which; what they call it stays inside, and is in the view by this id
     * @param paths      5 or more
     * @param works      of so many paths it works for so many; neither none nor all
     * @param painPoints what is hardest there, each named by 5 or more, also of those counted before
     */
    @Said(type = "fi.rinnalla.feedback.service-assessed", to = Audience.ORGANISATION)
    record ServiceAssessed(
            @JsonProperty("unit") String unit,
            @JsonProperty("period") String period,
            @JsonProperty("service") UUID service,
            @JsonProperty("paths") int paths,
            @JsonProperty("works") int works,
            @JsonProperty("painPoints") List<PainPoint> painPoints)
            implements FeedbackEvent {}

    /**
     * @param painPoint which; its name stays inside
     * @param times     how many named it
     */
    record PainPoint(
            @JsonProperty("painPoint") UUID painPoint,
            @JsonProperty("times") int times) {}

    /** @param question its key in the set of questions: {@code adult} */
    record Score(
            @JsonProperty("question") String question,
            @JsonProperty("score") int score) {}
}
