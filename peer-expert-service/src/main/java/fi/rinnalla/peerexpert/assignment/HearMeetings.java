package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.event.meeting.MeetingEvent.ClientNotReached;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingCancelled;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingMoved;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingPlanned;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.AssignmentCompleted;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A planned meeting that wants a peer expert becomes a request; once it is held, its assignment is completed. */
@Component
class HearMeetings implements Hears {

    private final Keeper keeper;
    private final Outbox outbox;

    HearMeetings(Keeper keeper, Outbox outbox) {
        this.keeper = keeper;
        this.outbox = outbox;
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
            var meeting = UUID.fromString(event.subject());
            switch ((MeetingEvent) event.data()) {
                case MeetingPlanned planned -> request(event.organisation(), meeting, planned);
                case MeetingMoved moved -> move(event.organisation(), meeting, moved);
                case MeetingCancelled cancelled -> close(event.organisation(), meeting);
                case ClientNotReached missed -> close(event.organisation(), meeting);
                case MeetingHeld held -> complete(event.organisation(), meeting, held);
            }
        }
    }

    private void request(String organisation, UUID meeting, MeetingPlanned planned) {
        if (planned.peerExpertWanted()) {
            // An assignment made before a restore of the other side still stands: its request is not open again.
            keeper.rows().sql("""
                            INSERT INTO request (organisation, meeting, unit, kind, planned_on, open)
                            VALUES (?, ?, ?, ?, ?, NOT EXISTS (
                                SELECT FROM assignment WHERE organisation = ? AND meeting = ?))
                            """)
                    .params(
                            organisation,
                            meeting,
                            planned.unit(),
                            planned.kind().name(),
                            planned.plannedOn(),
                            organisation,
                            meeting)
                    .update();
        }
    }

    private void move(String organisation, UUID meeting, MeetingMoved moved) {
        keeper.rows()
                .sql("UPDATE request SET planned_on = ? WHERE organisation = ? AND meeting = ?")
                .params(moved.plannedOn(), organisation, meeting)
                .update();
    }

    /** Nobody is asked to come any more. */
    private void close(String organisation, UUID meeting) {
        keeper.rows()
                .sql("UPDATE request SET open = false WHERE organisation = ? AND meeting = ?")
                .params(organisation, meeting)
                .update();
    }

    private record Completed(UUID id, long version, String unit) {}

    private void complete(String organisation, UUID meeting, MeetingHeld held) {
        close(organisation, meeting);
        keeper.rows()
                .sql("""
                        UPDATE assignment SET completed_on = ?, version = version + 1
                        WHERE organisation = ? AND meeting = ? AND completed_on IS NULL
                        RETURNING id, version, unit
                        """)
                .params(held.heldOn(), organisation, meeting)
                .query(Completed.class)
                .optional()
                .ifPresent(done -> outbox.sayFor(
                        organisation,
                        done.id(),
                        done.version(),
                        new AssignmentCompleted(done.unit(), held.actualMinutes())));
    }

    @Override
    public void forget(String source) {
        keeper.rows().sql("DELETE FROM request").update();
    }
}
