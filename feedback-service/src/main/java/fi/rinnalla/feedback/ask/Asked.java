package fi.rinnalla.feedback.ask;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a meeting when somebody is asked about it: coarse, and no meeting is named.
 *
 * @param week  {@code 2017-W44}, this one or an earlier
 * @param giver a client if not said
 */
public record Asked(
        @NotNull(message = "required") @Login String unit,
        @NotNull(message = "required") String week,
        @NotNull(message = "required") MeetingKind kind,
        @NotNull(message = "required") Channel channel,
        boolean withPeerExpert,
        @Nullable Giver giver) {

    public AskGroup group(QuestionSets sets, Clock clock) {
        if (!(Period.parse(week).orElse(null) instanceof Period.Week parsed)) {
            throw BadRequest.field("/week", "iso-week", "The week is written like 2017-W44.");
        }
        if (Period.Week.of(Helsinki.today(clock)).dayAfter().isBefore(parsed.dayAfter())) {
            throw BadRequest.field("/week", "in-the-future", "The week has not begun yet.");
        }
        var asked = Optional.ofNullable(giver).orElse(Giver.CLIENT);
        var questions = sets.inUse(asked, kind);
        sets.use(questions);
        return new AskGroup(unit, parsed, kind, channel, withPeerExpert, asked, questions);
    }
}
