package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import java.util.Map;
import java.util.UUID;

/**
 * A private answer that waits to be released.
 *
 * @param scores  by the keys of their questions; the first of a set is answered by everybody
 * @param typedIn from paper, by somebody who therefore knows it
 */
record Answer(
        UUID id,
        Period.Week week,
        MeetingKind kind,
        Channel channel,
        boolean withPeerExpert,
        Giver giver,
        Map<String, Integer> scores,
        boolean typedIn) {}
