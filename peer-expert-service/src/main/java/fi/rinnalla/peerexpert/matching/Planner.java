package fi.rinnalla.peerexpert.matching;

import static fi.rinnalla.peerexpert.matching.Seating.NOBODY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gives many seats to many people at once: as many as possible, then as well as possible. Greedy by scarcity, then augmenting
 * paths for who was left over, then exchanges that gain. Deterministic: ties go to the lower index.
 */
final class Planner {

    /**
     * @param begins in seconds
     * @param people who could take it, by index
     * @param points how well each of them suits, in the same order
     */
    record Seat(long begins, long ends, int[] people, int[] points) {

        boolean overlaps(Seat other) {
            return begins < other.ends && other.begins < ends;
        }
    }

    private static final int MOST_ROUNDS = 20;
    private static final int BEGINNINGS = 16;
    private static final int SMALL = 20_000;
    private static final int LONGEST_CHAIN = 6;
    private static final int MOST_STEPS_FROM_ONE = 3_000;
    private static final int MOST_STEPS = 180_000;

    private final List<Seat> seats;
    private final Seating seating;
    private final AugmentingPaths paths;
    /** A seat that nobody has, or had at some time of this round, and what it is worth to one person. */
    private record Waiting(int seat, int worth) {}

    private final List<List<Waiting>> waitingFor;

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
        this.seating = new Seating(seats, room, rising);
        this.paths = new AugmentingPaths(seating);
        this.waitingFor = IntStream.range(0, room.length)
                .<List<Waiting>>mapToObj(_ -> new ArrayList<>())
                .toList();
    }

    /** @return for each seat the index of the person, or -1 */
    int[] plan() {
        plan(0);
        var best = seating.takers();
        int filled = seating.filled();
        long worth = seating.value();
        int options = seats.stream().mapToInt(seat -> seat.people().length).sum();
        // From other beginnings a small plan ends better in places; a large one needs them less and has not the time.
        for (int beginning = 1; beginning < (options < SMALL ? BEGINNINGS : 1); beginning++) {
            plan(beginning);
            if (seating.value() > worth && seating.filled() >= filled) {
                best = seating.takers();
                filled = seating.filled();
                worth = seating.value();
            }
        }
        return best;
    }

    private void plan(int beginning) {
        seating.clear();
        steps = 0;
        var order = order(beginning);
        order.forEach(this::takeBest);
        paths.fill(order);
        for (int round = 0; round < MOST_ROUNDS && improve(order); round++) {}
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

    /** The seat goes to whom it gains most now; to nobody where none has room. */
    private void takeBest(int seat) {
        int best = -1;
        long gained = Long.MIN_VALUE;
        var people = seating.people(seat);
        var points = seating.points(seat);
        for (int i = 0; i < people.length; i++) {
            long gain = points[i] - seating.costOfOneMore(people[i]);
            if (gain > gained && seating.fits(seat, people[i])) {
                best = i;
                gained = gain;
            }
        }
        if (best >= 0) {
            seating.place(seat, people[best], points[best]);
        }
    }

    /** Looks from each seat for a chain of moves that gains; as many stay without anybody as before. */
    private boolean improve(List<Integer> order) {
        lookWhoWaits(order);
        boolean gained = false;
        for (int seat : order) {
            if (steps >= MOST_STEPS) {
                break;
            }
            int holder = seating.taker(seat);
            stepsFromHere = 0;
            start = holder;
            if (holder == NOBODY) {
                toGain = 0;
                gained |= chain(seat, NOBODY, 0, 0);
                continue;
            }
            int worth = seating.worth(seat);
            seating.lift(seat);
            toGain = worth - seating.costOfOneMore(holder);
            if (chain(seat, holder, 0, 0)) {
                gained = true;
            } else {
                seating.place(seat, holder, worth);
            }
        }
        return gained;
    }

    private void lookWhoWaits(List<Integer> order) {
        waitingFor.forEach(List::clear);
        for (int seat : order) {
            if (seating.taker(seat) == NOBODY) {
                letWait(seat);
            }
        }
    }

    private void letWait(int seat) {
        for (int i = 0; i < seating.people(seat).length; i++) {
            waitingFor.get(seating.people(seat)[i]).add(new Waiting(seat, seating.points(seat)[i]));
        }
    }

    /**
     * Finds a place for a seat that was lifted, by lifting another where need be, as long as all moves so far gain together:
     * a chain that gains as a whole can always be begun where that holds (Lin and Kernighan 1973).
     *
     * @param from who had the seat; it does not go back there
     * @param gain of all exchanges so far, without a place for this seat
     */
    private boolean chain(int seat, int from, long gain, int depth) {
        if (depth > 0 && (start == NOBODY || somebodyElseTakes(start, seat, gain))) {
            return true;
        }
        var people = seating.people(seat);
        var points = seating.points(seat);
        for (int i = 0; i < people.length; i++) {
            int person = people[i];
            long reached = gain + points[i];
            if (person == from) {
                continue;
            }
            if (reached - seating.costOfOneMore(person) > toGain && seating.fits(seat, person)) {
                seating.place(seat, person, points[i]);
                return true;
            }
            if (depth < LONGEST_CHAIN && push(seat, person, points[i], reached, depth)) {
                return true;
            }
        }
        return false;
    }

    /** A seat that nobody had takes the place that the chain has left, and this one stays without anybody. */
    private boolean somebodyElseTakes(int person, int insteadOf, long gain) {
        for (var waiting : waitingFor.get(person)) {
            if (gain + waiting.worth() - seating.costOfOneMore(person) > toGain
                    && seating.taker(waiting.seat()) == NOBODY
                    && waiting.seat() != insteadOf
                    && seating.fits(waiting.seat(), person)) {
                seating.place(waiting.seat(), person, waiting.worth());
                letWait(insteadOf);
                return true;
            }
        }
        return false;
    }

    private boolean push(int seat, int person, int worth, long reached, int depth) {
        for (int other : seating.blockers(seat, person)) {
            int lost = seating.worth(other);
            long gain = reached - lost;
            if (gain > 0 && stepsFromHere++ < MOST_STEPS_FROM_ONE && steps++ < MOST_STEPS) {
                seating.lift(other);
                if (seating.fits(seat, person)) {
                    seating.place(seat, person, worth);
                    if (chain(other, person, gain, depth + 1)) {
                        return true;
                    }
                    seating.lift(seat);
                }
                seating.place(other, person, lost);
            }
        }
        return false;
    }
}
