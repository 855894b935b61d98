package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A private answer that waits to be released. */
record Answer(
        UUID id,
        Period.Week week,
        MeetingKind kind,
        Channel channel,
        boolean withPeerExpert,
        int heard,
        @Nullable Integer enoughTime) {}
