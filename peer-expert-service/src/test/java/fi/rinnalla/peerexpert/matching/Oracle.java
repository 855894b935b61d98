package fi.rinnalla.peerexpert.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.HashSet;
import java.util.List;

/** The optimum of a batch plan, found by OR-Tools as a flow of least cost; seats begin on the hour and last one. */
final class Oracle {

    static final int HOUR = 3600;

    static {
        Loader.loadNativeLibraries();
    }

    private Oracle() {}

    record World(List<Planner.Seat> seats, int[] room, int rising) {

        int hours() {
            return 1
                    + (int) (seats.stream()
                                    .mapToLong(Planner.Seat::begins)
                                    .max()
                                    .orElse(0)
                            / HOUR);
        }
    }

    record Outcome(int assigned, long value) {}

    static Outcome outcome(World world, int[] taker) {
        var tasks = new int[world.room().length];
        long value = 0;
        int assigned = 0;
        for (int seat = 0; seat < taker.length; seat++) {
            if (taker[seat] >= 0) {
                var people = world.seats().get(seat).people();
                for (int i = 0; i < people.length; i++) {
                    value += people[i] == taker[seat] ? world.seats().get(seat).points()[i] : 0;
                }
                value -= (long) world.rising() * tasks[taker[seat]]++;
                assigned++;
            }
        }
        return new Outcome(assigned, value);
    }

    /** From each seat to a person's hour, from there to the person, and out by as many arcs as they have room, each dearer. */
    static Outcome optimum(World world) {
        var flow = new MinCostFlow();
        int people = world.room().length;
        int seats = world.seats().size();
        int sink = 0;
        int hours = 1 + seats + people;
        long nobody = 100_000_000;
        var inHour = new HashSet<Integer>();
        for (int seat = 0; seat < seats; seat++) {
            var asked = world.seats().get(seat);
            flow.setNodeSupply(1 + seat, 1);
            flow.addArcWithCapacityAndUnitCost(1 + seat, sink, 1, nobody);
            for (int i = 0; i < asked.people().length; i++) {
                int hour = hours + asked.people()[i] * world.hours() + (int) (asked.begins() / HOUR);
                flow.addArcWithCapacityAndUnitCost(1 + seat, hour, 1, -asked.points()[i]);
                if (inHour.add(hour)) {
                    flow.addArcWithCapacityAndUnitCost(hour, 1 + seats + asked.people()[i], 1, 0);
                }
            }
        }
        for (int person = 0; person < people; person++) {
            for (int task = 0; task < world.room()[person]; task++) {
                flow.addArcWithCapacityAndUnitCost(1 + seats + person, sink, 1, (long) world.rising() * task);
            }
        }
        flow.setNodeSupply(sink, -seats);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("the oracle found no optimum");
        }
        long cost = flow.getOptimalCost();
        int unassigned = Math.max(0, (int) Math.round(cost / (double) nobody));
        return new Outcome(seats - unassigned, unassigned * nobody - cost);
    }
}
