package fi.rinnalla.peerexpert.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives many seats to many people at once: as many as possible, then as well as possible. Greedy by scarcity, then augmenting
 * paths for who was left over, then exchanges that gain. Deterministic: ties go to the lower index.
 */
final class Planner {

    /**
     * @param people who could take it, by index
     * @param points how well each of them suits, in the same order
     */
    record Seat(long begins, long ends, int[] people, int[] points) {

        boolean overlaps(Seat other) {
            return begins < other.ends && other.begins < ends;
        }
    }

    private static final int NOBODY = -1;
    private static final int MOST_ROUNDS = 8;

    private final List<Seat> seats;
    private final int[] room;
    private final int rising;
    private final int[] taker;
    private final List<List<Integer>> taken;

    /**
     * @param room   how many more tasks each person can have
     * @param rising what each further task of one person costs more than the one before, so that work is spread
     */
    Planner(List<Seat> seats, int[] room, int rising) {
        this.seats = seats;
        this.room = room;
        this.rising = rising;
        this.taker = new int[seats.size()];
        Arrays.fill(taker, NOBODY);
        this.taken = new ArrayList<>(room.length);
        for (int person = 0; person < room.length; person++) {
            taken.add(new ArrayList<>());
        }
    }

    /** @return for each seat the index of the person, or -1 */
    int[] plan() {
        var byScarcity = IntStream.range(0, seats.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer seat) -> seats.get(seat).people().length).thenComparingInt(seat -> seat))
                .toList();
        byScarcity.forEach(this::takeBest);
        var hopeless = new boolean[seats.size()];
        byScarcity.stream().filter(seat -> taker[seat] == NOBODY).forEach(seat -> augment(seat, hopeless));
        for (int round = 0; round < MOST_ROUNDS && improve(); round++) {}
        return taker;
    }

    private void takeBest(int seat) {
        int best = bestFor(seat, NOBODY);
        if (best != NOBODY) {
            place(seat, best);
        }
    }

    /** The person for whom this seat gains most now; nobody where none has room. */
    private int bestFor(int seat, int except) {
        int best = NOBODY;
        long gained = Long.MIN_VALUE;
        var options = seats.get(seat);
        for (int i = 0; i < options.people().length; i++) {
            int person = options.people()[i];
            long gain = options.points()[i] - cost(taken.get(person).size());
            if (gain > gained && person != except && fits(seat, person)) {
                best = person;
                gained = gain;
            }
        }
        return best;
    }

    private boolean fits(int seat, int person) {
        return taken.get(person).size() < room[person] && isFree(seat, person);
    }

    private boolean isFree(int seat, int person) {
        var asked = seats.get(seat);
        for (int other : taken.get(person)) {
            if (asked.overlaps(seats.get(other))) {
                return false;
            }
        }
        return true;
    }

    private void place(int seat, int person) {
        taken.get(person).add(seat);
        taker[seat] = person;
    }

    private void lift(int seat) {
        taken.get(taker[seat]).remove((Integer) seat);
        taker[seat] = NOBODY;
    }

    private record Step(int seat, int person) {}

    /** Looks for a chain of moves that makes room: breadth first, so that few people's plans change. */
    private void augment(int start, boolean[] hopeless) {
        var cameFrom = new HashMap<Integer, Step>();
        var queue = new ArrayList<Integer>(List.of(start));
        var seen = new HashSet<Integer>(queue);
        for (int head = 0; head < queue.size(); head++) {
            int seat = queue.get(head);
            for (int person : seats.get(seat).people()) {
                if (person == taker[seat]) {
                    continue;
                }
                if (fits(seat, person) && moved(start, seat, person, cameFrom)) {
                    return;
                }
                for (int blocker : blockers(seat, person)) {
                    if (!hopeless[blocker] && seen.add(blocker)) {
                        cameFrom.put(blocker, new Step(seat, person));
                        queue.add(blocker);
                    }
                }
            }
        }
        // From nowhere in this tree is there a way to a free place, so no later search need come here.
        seen.forEach(seat -> hopeless[seat] = true);
    }

    /** Which one seat would have to be given to somebody else: the one that overlaps, or any where only the number is full. */
    private List<Integer> blockers(int seat, int person) {
        int overlapping = NOBODY;
        for (int other : taken.get(person)) {
            if (seats.get(seat).overlaps(seats.get(other))) {
                if (overlapping != NOBODY) {
                    return List.of();
                }
                overlapping = other;
            }
        }
        return overlapping == NOBODY ? List.copyOf(taken.get(person)) : List.of(overlapping);
    }

    /** Walks the chain back, each taking the place that the one before has left; undone where a step does not fit. */
    private boolean moved(int start, int last, int free, Map<Integer, Step> cameFrom) {
        var before = new ArrayList<Step>();
        int seat = last;
        int person = free;
        while (true) {
            before.add(new Step(seat, taker[seat]));
            if (taker[seat] != NOBODY) {
                lift(seat);
            }
            if (!fits(seat, person)) {
                undo(before);
                return false;
            }
            place(seat, person);
            if (seat == start) {
                return true;
            }
            var step = cameFrom.get(seat);
            seat = step.seat();
            person = step.person();
        }
    }

    private void undo(List<Step> before) {
        before.forEach(step -> {
            if (taker[step.seat()] != NOBODY) {
                lift(step.seat());
            }
        });
        before.forEach(step -> {
            if (step.person() != NOBODY) {
                place(step.seat(), step.person());
            }
        });
    }

    /** Gives a seat to somebody who suits better, where need be by giving that person's seat to another; only what gains. */
    private boolean improve() {
        boolean gained = false;
        for (int seat = 0; seat < seats.size(); seat++) {
            gained |= taker[seat] == NOBODY ? replace(seat) : improve(seat);
        }
        return gained;
    }

    private boolean improve(int seat) {
        var options = seats.get(seat);
        int holder = taker[seat];
        long has = worth(seat, holder) - cost(taken.get(holder).size() - 1);
        for (int i = 0; i < options.people().length; i++) {
            int person = options.people()[i];
            if (person == holder) {
                continue;
            }
            if (options.points()[i] - cost(taken.get(person).size()) > has && fits(seat, person)) {
                lift(seat);
                place(seat, person);
                return true;
            }
            if (options.points()[i] > has && exchange(seat, holder, person)) {
                return true;
            }
        }
        return false;
    }

    /** The one seat in the way goes to whoever it gains most with, if both moves together gain. */
    private boolean exchange(int seat, int holder, int person) {
        long freed = cost(taken.get(holder).size() - 1) - worth(seat, holder) + worth(seat, person);
        for (int other : blockers(seat, person)) {
            long lost = worth(other, person);
            lift(seat);
            lift(other);
            if (fits(seat, person)) {
                place(seat, person);
                int next = bestFor(other, person);
                if (next != NOBODY && freed + worth(other, next) - cost(taken.get(next).size()) > lost) {
                    place(other, next);
                    return true;
                }
                lift(seat);
            }
            place(seat, holder);
            place(other, person);
        }
        return false;
    }

    /** A seat that stayed empty takes the place of one that suits less well. */
    private boolean replace(int seat) {
        var options = seats.get(seat);
        for (int i = 0; i < options.people().length; i++) {
            int person = options.people()[i];
            for (int other : blockers(seat, person)) {
                if (options.points()[i] > worth(other, person)) {
                    lift(other);
                    if (fits(seat, person)) {
                        place(seat, person);
                        takeBest(other);
                        return true;
                    }
                    place(other, person);
                }
            }
        }
        return false;
    }

    /** Of one more task for somebody who has so many. */
    private long cost(int tasks) {
        return (long) rising * tasks;
    }

    private int worth(int seat, int person) {
        var options = seats.get(seat);
        for (int i = 0; i < options.people().length; i++) {
            if (options.people()[i] == person) {
                return options.points()[i];
            }
        }
        throw new IllegalStateException("seat " + seat + " is not for person " + person);
    }
}
