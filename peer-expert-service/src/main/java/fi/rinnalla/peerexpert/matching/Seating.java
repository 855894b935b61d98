package fi.rinnalla.peerexpert.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which seat is whose while a {@link Planner} looks for a plan. Arrays of numbers, because it is asked millions of times. */
final class Seating {

    static final int NOBODY = -1;
    private static final int[] NONE = {};

    private final long[] begins;
    private final long[] ends;
    private final int[][] people;
    private final int[][] points;
    private final int[] room;
    private final int rising;
    private final int[] taker;
    /** What the seat is worth to whoever has it. */
    private final int[] worth;
    /** The seats of each person, the latest last, and how many they are. */
    private final int[][] taken;

    private final int[] tasks;

    /**
     * @param room   how many tasks each person can have
     * @param rising what each further task of one person costs more than the one before
     */
    Seating(List<Planner.Seat> seats, int[] room, int rising) {
        this.begins = seats.stream().mapToLong(Planner.Seat::begins).toArray();
        this.ends = seats.stream().mapToLong(Planner.Seat::ends).toArray();
        this.people = seats.stream().map(Planner.Seat::people).toArray(int[][]::new);
        this.points = seats.stream().map(Planner.Seat::points).toArray(int[][]::new);
        this.room = room;
        this.rising = rising;
        this.taker = new int[seats.size()];
        this.worth = new int[seats.size()];
        this.taken = IntStream.of(room)
                .mapToObj(most -> new int[Math.min(most, seats.size())])
                .toArray(int[][]::new);
        this.tasks = new int[room.length];
        clear();
    }

    void clear() {
        Arrays.fill(taker, NOBODY);
        Arrays.fill(tasks, 0);
    }

    int seats() {
        return taker.length;
    }

    /** Who could take the seat. */
    int[] people(int seat) {
        return people[seat];
    }

    /** How well they suit, in the same order. */
    int[] points(int seat) {
        return points[seat];
    }

    int taker(int seat) {
        return taker[seat];
    }

    int[] takers() {
        return taker.clone();
    }

    int filled() {
        return Arrays.stream(tasks).sum();
    }

    /** What the seat is worth to whoever has it. */
    int worth(int seat) {
        return worth[seat];
    }

    /** What the seat would be worth to somebody who could take it. */
    int worth(int seat, int person) {
        for (int i = 0; i < people[seat].length; i++) {
            if (people[seat][i] == person) {
                return points[seat][i];
            }
        }
        throw new IllegalStateException("seat " + seat + " is not for person " + person);
    }

    /** What one more task of this person costs now. */
    long costOfOneMore(int person) {
        return (long) rising * tasks[person];
    }

    /** Of all seats together, less what they cost. */
    long value() {
        long value = 0;
        for (int seat = 0; seat < taker.length; seat++) {
            value += taker[seat] == NOBODY ? 0 : worth[seat];
        }
        for (long had : tasks) {
            value -= rising * had * (had - 1) / 2;
        }
        return value;
    }

    boolean fits(int seat, int person) {
        if (tasks[person] >= room[person]) {
            return false;
        }
        for (int i = 0; i < tasks[person]; i++) {
            if (overlap(seat, taken[person][i])) {
                return false;
            }
        }
        return true;
    }

    /** Which one seat would have to be given to somebody else: the one that overlaps, or any where only the number is full. */
    int[] blockers(int seat, int person) {
        int overlapping = NOBODY;
        for (int i = 0; i < tasks[person]; i++) {
            if (overlap(seat, taken[person][i])) {
                if (overlapping != NOBODY) {
                    return NONE;
                }
                overlapping = taken[person][i];
            }
        }
        return overlapping == NOBODY ? Arrays.copyOf(taken[person], tasks[person]) : new int[] {overlapping};
    }

    private boolean overlap(int seat, int other) {
        return begins[seat] < ends[other] && begins[other] < ends[seat];
    }

    /** @param worth what the seat is worth to this person */
    void place(int seat, int person, int worth) {
        taken[person][tasks[person]++] = seat;
        taker[seat] = person;
        this.worth[seat] = worth;
    }

    void lift(int seat) {
        var seats = taken[taker[seat]];
        int had = tasks[taker[seat]]--;
        int at = 0;
        while (seats[at] != seat) {
            at++;
        }
        System.arraycopy(seats, at + 1, seats, at, had - at - 1);
        taker[seat] = NOBODY;
    }
}
