package fi.rinnalla.peerexpert.hearing;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.event.meeting.MeetingEvent.ClientNotReached;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingCancelled;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingMoved;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingPlanned;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.rows.Keeper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how a meeting stands that wants a peer expert, and notes it; {@link FollowMeetings} does what follows from it. */
@Component
class HearMeetings implements Hears {

    private final Keeper keeper;

    HearMeetings(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public Set<Class<? extends Event>> families() {
        return Set.of(MeetingEvent.class);
    }

    @Override
    public void hear(List<Envelope<? extends Event>> events) {
        for (var event : events) {
            switch ((MeetingEvent) event.data()) {
                case MeetingPlanned planned -> plan(event, planned);
                case MeetingMoved moved ->
                    update(
                            event,
                            "planned_on = ?, planned_at = ?, minutes = ?",
                            moved.plannedOn(),
                            moved.plannedAt(),
                            moved.plannedMinutes());
                case MeetingCancelled cancelled -> update(event, "state = 'cancelled'");
                case ClientNotReached missed -> update(event, "state = 'cancelled'");
                case MeetingHeld held ->
                    update(event, "state = 'held', held_on = ?, actual = ?", held.heldOn(), held.actualMinutes());
            }
        }
    }

    private void plan(Envelope<?> event, MeetingPlanned planned) {
        if (planned.peerExpertWanted()) {
            keeper.rows()
                    .sql("""
                            INSERT INTO heard_meeting (organisation, meeting, unit, kind, remote, planned_on, planned_at, minutes, state, heard)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?)
                            """)
                    .params(Arrays.<@Nullable Object>asList(
                            event.organisation(),
                            UUID.fromString(event.subject()),
                            planned.unit(),
                            planned.kind().name(),
                            planned.channel() != Channel.FACE_TO_FACE,
                            planned.plannedOn(),
                            planned.plannedAt(),
                            planned.plannedMinutes(),
                            event.sequence()))
                    .update();
        }
    }

    private void update(Envelope<?> event, String set, @Nullable Object... values) {
        var parameters = new ArrayList<@Nullable Object>(Arrays.asList(values));
        parameters.addAll(List.of(event.sequence(), event.organisation(), UUID.fromString(event.subject())));
        keeper.rows()
                .sql("UPDATE heard_meeting SET " + set + ", heard = ? WHERE organisation = ? AND meeting = ?")
                .params(parameters)
                .update();
    }

    /** What follows is done once for each meeting and state, so hearing it all again does nothing twice. */
    @Override
    public void forget(String source) {
        keeper.rows().sql("DELETE FROM heard_meeting").update();
    }
}
