package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.task.Slot;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a suggestion knows of one peer expert, for one month.
 *
 * @param minutes     of tasks in the month, preparation and debrief included
 * @param cents       of fees in the month
 * @param recentTasks in the thirty days before
 * @param openAsks    invitations that wait for an answer
 * @param recentAsks  invitations in the thirty days before
 * @param booked      tasks that lie ahead
 * @param workedWith  how many tasks were done with whom, by login
 */
record Candidate(
        PeerExpert peer,
        int minutes,
        int cents,
        int recentTasks,
        int openAsks,
        int recentAsks,
        List<Slot> booked,
        Map<String, Integer> workedWith) {

    UUID id() {
        return peer.id();
    }
}
