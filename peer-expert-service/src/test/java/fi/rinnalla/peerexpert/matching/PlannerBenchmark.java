package fi.rinnalla.peerexpert.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A term's batch plan, 10 000 requests and 1 000 peer experts in twenty regions and four languages, beside the optimum by
 * OR-Tools in the same run. Begun by {@code benchmarks/run batch}; writes the file that it is given.
 */
final class PlannerBenchmark {

    private static final int REQUESTS = 10_000;
    private static final int PEOPLE = 1_000;
    private static final int ROUNDS = 7;
    private static final int GOAL_MILLIS = 500;

    private PlannerBenchmark() {}

    static void main(String[] arguments) throws IOException {
        var world = world();
        var millis = new ArrayList<Long>();
        int[] takers = {};
        for (int round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            takers = new Planner(world.seats(), world.room().clone(), world.rising()).plan();
            millis.add((System.nanoTime() - begun) / 1_000_000);
        }
        var begun = System.nanoTime();
        var optimum = Oracle.optimum(world);
        long oracle = (System.nanoTime() - begun) / 1_000_000;
        var reached = Oracle.outcome(world, takers);
        var term = Term.of(2017, REQUESTS, PEOPLE);
        var whole = new ArrayList<Long>();
        int ways = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var suitability = new Suitability(_ -> term.people());
            var seats = term.requests().stream().map(suitability::seat).toList();
            new Planner(seats, world.room().clone(), world.rising()).plan();
            whole.add((System.nanoTime() - start) / 1_000_000);
            ways = seats.stream().mapToInt(seat -> seat.people().length).sum();
        }
        whole.sort(null);
        millis.sort(null);
        long median = millis.get(ROUNDS / 2);
        Files.createDirectories(Path.of(arguments[0]).getParent());
        Files.writeString(Path.of(arguments[0]), """
                # A batch plan, measured on %s

                %d requests, %d peer experts, %d ways to fill a request. Written by `benchmarks/run batch`. The last line counts rules and scores \
                of all pairs too, in an invented term with %d ways to fill a request.

                | what | reached | limit in the same run (OR-Tools) | goal | |
                | --- | ---: | ---: | ---: | --- |
                | median of %d plans | %d ms (worst %d ms) | %d ms | %d ms | %s |
                | assigned | %d | %d | as many | %s |
                | value | %d | %d (%.1f %%) | 98 %% | %s |
                | median with rules and scores of all pairs | %d ms (worst %d ms) | | %d ms | %s |
                """.formatted(
                LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")),
                REQUESTS,
                PEOPLE,
                world.seats().stream().mapToInt(seat -> seat.people().length).sum(),
                ways,
                ROUNDS,
                median,
                millis.getLast(),
                oracle,
                GOAL_MILLIS,
                word(median <= GOAL_MILLIS),
                reached.assigned(),
                optimum.assigned(),
                word(reached.assigned() == optimum.assigned()),
                reached.value(),
                optimum.value(),
                100.0 * reached.value() / optimum.value(),
                word(reached.value() >= 0.98 * optimum.value()),
                whole.get(ROUNDS / 2),
                whole.getLast(),
                GOAL_MILLIS,
                word(whole.get(ROUNDS / 2) <= GOAL_MILLIS)));
    }

    private static String word(boolean reached) {
        return reached ? "reached" : "not reached";
    }

    private static Oracle.World world() {
        var chance = new Random(2017);
        var region = chance.ints(PEOPLE, 0, 20).toArray();
        var languages = chance.ints(PEOPLE, 1, 16).toArray();
        var seats = new ArrayList<Planner.Seat>();
        for (int request = 0; request < REQUESTS; request++) {
            int where = chance.nextInt(20);
            int language = 1 << chance.nextInt(4);
            var suited = IntStream.range(0, PEOPLE)
                    .filter(person -> region[person] == where && (languages[person] & language) != 0)
                    .toArray();
            long begins = (long) chance.nextInt(16 * 40) * Oracle.HOUR;
            seats.add(new Planner.Seat(
                    begins,
                    begins + Oracle.HOUR,
                    suited,
                    chance.ints(suited.length, 1, 101).toArray()));
        }
        var room = new int[PEOPLE];
        Arrays.fill(room, 10);
        return new Oracle.World(List.copyOf(seats), room, 2);
    }
}
