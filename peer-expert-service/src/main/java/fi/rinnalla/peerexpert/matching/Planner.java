package fi.rinnalla.peerexpert.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final int MOST_ROUNDS = 20;
    private static final int BEGINNINGS = 16;
    private static final int SMALL = 20_000;
    private static final int LONGEST_CHAIN = 6;
    private static final int MOST_STEPS_FROM_ONE = 3_000;
    private static final int MOST_STEPS = 130_000;

    private final List<Seat> seats;
    private final int[] room;
    private final int rising;
    private final int[] taker;
    private final List<List<Integer>> taken;
    private final List<List<Integer>> askedFor;
    /** What the first move has cost: the whole chain must gain more. */
    private long toGain;

    /** Whose place the chain has left free; nobody where it began with a seat that nobody had. */
    private int start;
    private int stepsFromHere;
    private int steps;

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
        this.askedFor = new ArrayList<>(room.length);
        for (int person = 0; person < room.length; person++) {
            taken.add(new ArrayList<>());
            askedFor.add(new ArrayList<>());
        }
        for (int seat = 0; seat < seats.size(); seat++) {
            for (int person : seats.get(seat).people()) {
                askedFor.get(person).add(seat);
            }
        }
    }

    /** @return for each seat the index of the person, or -1 */
    int[] plan() {
        var best = plan(0);
        long worth = value();
        int options = seats.stream().mapToInt(seat -> seat.people().length).sum();
        // From other beginnings a small plan ends better in places; a large one needs them less and has not the time.
        for (int beginning = 1; beginning < (options < SMALL ? BEGINNINGS : 1); beginning++) {
            var other = plan(beginning);
            if (value() > worth && filled(other) >= filled(best)) {
                best = other;
                worth = value();
            }
        }
        return best;
    }

    private int[] plan(int beginning) {
        Arrays.fill(taker, NOBODY);
        taken.forEach(List::clear);
        steps = 0;
        var order = order(beginning);
        order.forEach(this::takeBest);
        var hopeless = new boolean[seats.size()];
        order.stream().filter(seat -> taker[seat] == NOBODY).forEach(seat -> augment(seat, hopeless));
        for (int round = 0; round < MOST_ROUNDS && improve(order); round++) {}
        return taker.clone();
    }

    /** Those whom few suit come first; of other beginnings, in an order that is the same each time. */
    private List<Integer> order(int beginning) {
        var order = new ArrayList<>(IntStream.range(0, seats.size()).boxed().toList());
        if (beginning > 0) {
            Collections.shuffle(order, new Random(beginning));
        }
        if (beginning % 2 == 0) {
            order.sort(Comparator.comparingInt(seat -> seats.get(seat).people().length));
        }
        return order;
    }

    private static long filled(int[] takers) {
        return Arrays.stream(takers).filter(person -> person != NOBODY).count();
    }

    private long value() {
        long value = 0;
        for (int seat = 0; seat < taker.length; seat++) {
            value += taker[seat] == NOBODY ? 0 : worth(seat, taker[seat]);
        }
        for (var tasks : taken) {
            value -= cost(tasks.size()) * (tasks.size() - 1) / 2;
        }
        return value;
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

    /** Looks from each seat for a chain of moves that gains; as many stay without anybody as before. */
    private boolean improve(List<Integer> order) {
        boolean gained = false;
        for (int seat : order) {
            if (steps >= MOST_STEPS) {
                break;
            }
            int holder = taker[seat];
            stepsFromHere = 0;
            start = holder;
            if (holder == NOBODY) {
                toGain = 0;
                gained |= chain(seat, NOBODY, 0, 0);
                continue;
            }
            toGain = worth(seat, holder) - cost(taken.get(holder).size() - 1);
            lift(seat);
            if (chain(seat, holder, 0, 0)) {
                gained = true;
            } else {
                place(seat, holder);
            }
        }
        return gained;
    }

    /**
     * Finds a place for a seat that was lifted, by lifting another where need be, as long as all moves so far gain together:
     * a chain that gains as a whole can always be begun where that holds (Lin and Kernighan 1973).
     *
     * @param from who had the seat; it does not go back there
     * @param gain of all exchanges so far, without a place for this seat
     */
    private boolean chain(int seat, int from, long gain, int depth) {
        var options = seats.get(seat);
        if (depth > 0 && (start == NOBODY || somebodyElseTakes(start, seat, gain))) {
            return true;
        }
        for (int i = 0; i < options.people().length; i++) {
            int person = options.people()[i];
            long reached = gain + options.points()[i];
            if (person == from) {
                continue;
            }
            if (reached - cost(taken.get(person).size()) > toGain && fits(seat, person)) {
                place(seat, person);
                return true;
            }
            if (depth < LONGEST_CHAIN && push(seat, person, reached, depth)) {
                return true;
            }
        }
        return false;
    }

    /** A seat that nobody had takes the place that the chain has left, and this one stays without anybody. */
    private boolean somebodyElseTakes(int person, int insteadOf, long gain) {
        for (int seat : askedFor.get(person)) {
            if (taker[seat] == NOBODY
                    && seat != insteadOf
                    && gain + worth(seat, person) - cost(taken.get(person).size()) > toGain
                    && fits(seat, person)) {
                place(seat, person);
                return true;
            }
        }
        return false;
    }

    private boolean push(int seat, int person, long reached, int depth) {
        for (int other : blockers(seat, person)) {
            long gain = reached - worth(other, person);
            if (gain > 0 && stepsFromHere++ < MOST_STEPS_FROM_ONE && steps++ < MOST_STEPS) {
                lift(other);
                if (fits(seat, person)) {
                    place(seat, person);
                    if (chain(other, person, gain, depth + 1)) {
                        return true;
                    }
                    lift(seat);
                }
                place(other, person);
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
