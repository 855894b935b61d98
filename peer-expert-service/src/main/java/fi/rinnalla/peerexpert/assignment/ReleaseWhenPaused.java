package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.WhenPaused;
import org.springframework.stereotype.Component;

/** Whoever pauses has no task any more: the coordinator learns which tasks need a new person, and nothing else. */
@Component
class ReleaseWhenPaused implements WhenPaused {

    private final Assignments assignments;
    private final GiveTask tasks;

    ReleaseWhenPaused(Assignments assignments, GiveTask tasks) {
        this.assignments = assignments;
        this.tasks = tasks;
    }

    @Override
    public void paused(PeerExpert peer) {
        assignments.aheadFor(peer.id()).forEach(assignment -> tasks.takeBack(assignment, true));
    }
}
