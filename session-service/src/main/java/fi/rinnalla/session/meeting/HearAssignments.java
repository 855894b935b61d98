package fi.rinnalla.session.meeting;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.peerexpert.PeerExpertEvent;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.AssignmentCompleted;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAnswered;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAsked;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertAssigned;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertJoined;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertLeft;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertReleased;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ShiftTaken;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.SupervisionHeld;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hears that a peer expert comes along to a meeting, so that the one who planned it sees so. */
@Component
class HearAssignments implements Hears {

    private final Keeper keeper;

    HearAssignments(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "meeting-pairs";
    }

    @Override
    public Set<Class<? extends Event>> families() {
        return Set.of(PeerExpertEvent.class);
    }

    @Override
    public void hear(List<Envelope<? extends Event>> events) {
        for (var event : events) {
            switch ((PeerExpertEvent) event.data()) {
                case PeerExpertAssigned assigned -> note(event, assigned);
                case AssignmentCompleted completed -> {}
                case PeerExpertReleased released -> undo(event);
                case ClientAsked asked -> {}
                case ClientAnswered answered -> {}
                case PeerExpertJoined joined -> {}
                case PeerExpertLeft left -> {}
                case SupervisionHeld held -> {}
                case ShiftTaken taken -> {} // the meeting itself tells that it was held
            }
        }
    }

    private void note(Envelope<?> event, PeerExpertAssigned assigned) {
        keeper.rows()
                .sql("INSERT INTO meeting_pair (organisation, meeting, assignment) VALUES (?, ?, ?)")
                .params(event.organisation(), assigned.meeting(), UUID.fromString(event.subject()))
                .update();
    }

    private void undo(Envelope<?> event) {
        keeper.rows()
                .sql("DELETE FROM meeting_pair WHERE organisation = ? AND assignment = ?")
                .params(event.organisation(), UUID.fromString(event.subject()))
                .update();
    }

    @Override
    public boolean isRederivable() {
        return true;
    }

    @Override
    public void forget(String source) {
        keeper.rows().sql("DELETE FROM meeting_pair").update();
    }
}
