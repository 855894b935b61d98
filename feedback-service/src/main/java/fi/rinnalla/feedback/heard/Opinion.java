package fi.rinnalla.feedback.heard;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.feedback.FeedbackEvent.FeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.OthersFeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.Score;
import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.question.DefaultQuestions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one released answer tells, of whichever giver. */
record Opinion(
        UUID event,
        String organisation,
        String unit,
        String period,
        UUID release,
        int releaseSize,
        Giver giver,
        @Nullable MeetingKind kind,
        @Nullable Channel channel,
        @Nullable Boolean withPeerExpert,
        Map<String, Integer> scores) {

    static Opinion of(Envelope<?> event, FeedbackGiven given) {
        var scores = scores(Objects.requireNonNullElse(given.others(), List.of()));
        scores.put(DefaultQuestions.HEARD, given.heard());
        if (given.enoughTime() != null) {
            scores.put(DefaultQuestions.TIME, given.enoughTime());
        }
        return new Opinion(
                event.id(),
                event.organisation(),
                given.unit(),
                given.period(),
                given.release(),
                given.releaseSize(),
                Giver.CLIENT,
                given.kind(),
                given.channel(),
                given.withPeerExpert(),
                scores);
    }

    static Opinion of(Envelope<?> event, OthersFeedbackGiven given) {
        return new Opinion(
                event.id(),
                event.organisation(),
                given.unit(),
                given.period(),
                given.release(),
                given.releaseSize(),
                given.giver(),
                null,
                null,
                null,
                scores(given.scores()));
    }

    private static TreeMap<String, Integer> scores(List<Score> told) {
        var scores = new TreeMap<String, Integer>();
        told.forEach(score -> scores.put(score.question(), score.score()));
        return scores;
    }
}
