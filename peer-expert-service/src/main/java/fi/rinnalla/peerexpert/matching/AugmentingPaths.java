package fi.rinnalla.peerexpert.matching;

import static fi.rinnalla.peerexpert.matching.Seating.NOBODY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a place for seats that nobody has, by a chain of moves that makes room: the seat takes somebody's place, what they had
 * goes to somebody else, until one fits without pushing. Breadth first, so that few people's plans change.
 */
final class AugmentingPaths {

    private final Seating seating;
    /** For each seat that a search has reached: by which seat it would be pushed away, and from whom. */
    private final int[] pushedBy;

    private final int[] pushedFrom;
    /** The last search that reached the seat, by number. */
    private final int[] reachedIn;

    private final boolean[] hopeless;
    private int search;

    AugmentingPaths(Seating seating) {
        this.seating = seating;
        this.pushedBy = new int[seating.seats()];
        this.pushedFrom = new int[seating.seats()];
        this.reachedIn = new int[seating.seats()];
        this.hopeless = new boolean[seating.seats()];
    }

    void fill(List<Integer> order) {
        Arrays.fill(hopeless, false);
        for (int seat : order) {
            if (seating.taker(seat) == NOBODY) {
                fill(seat);
            }
        }
    }

    private void fill(int start) {
        search++;
        reachedIn[start] = search;
        var queue = new ArrayDeque<Integer>(List.of(start));
        var reached = new ArrayList<Integer>();
        while (!queue.isEmpty()) {
            int seat = queue.remove();
            reached.add(seat);
            for (int person : seating.people(seat)) {
                if (person == seating.taker(seat)) {
                    continue;
                }
                if (seating.fits(seat, person) && moved(start, seat, person)) {
                    return;
                }
                for (int blocker : seating.blockers(seat, person)) {
                    if (!hopeless[blocker] && reachedIn[blocker] != search) {
                        reachedIn[blocker] = search;
                        pushedBy[blocker] = seat;
                        pushedFrom[blocker] = person;
                        queue.add(blocker);
                    }
                }
            }
        }
        // From nowhere in this tree is there a way to a free place, so no later search need come here.
        reached.forEach(seat -> hopeless[seat] = true);
    }

    private record Had(int seat, int person, int worth) {}

    /** Walks the chain back, each taking the place that the one before has left; undone where a step does not fit. */
    private boolean moved(int start, int last, int free) {
        var before = new ArrayList<Had>();
        int seat = last;
        int person = free;
        while (true) {
            before.add(new Had(seat, seating.taker(seat), seating.worth(seat)));
            if (seating.taker(seat) != NOBODY) {
                seating.lift(seat);
            }
            if (!seating.fits(seat, person)) {
                undo(before);
                return false;
            }
            seating.place(seat, person, seating.worth(seat, person));
            if (seat == start) {
                return true;
            }
            person = pushedFrom[seat];
            seat = pushedBy[seat];
        }
    }

    private void undo(List<Had> before) {
        before.stream().filter(had -> seating.taker(had.seat()) != NOBODY).forEach(had -> seating.lift(had.seat()));
        before.stream()
                .filter(had -> had.person() != NOBODY)
                .forEach(had -> seating.place(had.seat(), had.person(), had.worth()));
    }
}
