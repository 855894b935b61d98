package fi.rinnalla.feedback.ask;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.question.QuestionSets.Chosen;

/** All that an ask knows of the meeting before it: coarse enough for many to share. */
public record AskGroup(
        String unit,
        Period.Week week,
        MeetingKind kind,
        Channel channel,
        boolean withPeerExpert,
        Giver giver,
        Chosen questions) {}
