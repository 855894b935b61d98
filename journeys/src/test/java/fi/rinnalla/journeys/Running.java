package fi.rinnalla.journeys;

import fi.rinnalla.local.run.Home;
import fi.rinnalla.local.run.LocalSystem;
import fi.rinnalla.local.run.Ports;
import fi.rinnalla.local.seeds.LoadSeeds;
import fi.rinnalla.local.seeds.Visitor;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The system that the journeys are told to: started once for all of them, with its own data and the seeds. */
public final class Running {

    public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final class Holder {
        static final LocalSystem ONE = start();
    }

    private Running() {}

    static LocalSystem system() {
        return Holder.ONE;
    }

    static Visitor as(String login) {
        return Visitor.loggedIn(system().address(), login, login);
    }

    private static LocalSystem start() {
        try {
            var folder = Path.of("target", "system").toAbsolutePath();
            deleteAll(folder.resolve("data"));
            var system = new LocalSystem(
                    new Home(REPOSITORY, folder),
                    new Ports(eightInARow()),
                    System.out::println,
                    Map.of(
                            "RINNALLA_RELEASE_EVERY", "1s",
                            "RINNALLA_TABLET_SHOWS_CODE_FOR", "10s",
                            "gateway.requests-per-minute", 100_000));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    system.close();
                } catch (IOException atTheEnd) {
                    System.err.println(atTheEnd.getMessage());
                }
            }));
            system.start();
            new LoadSeeds(system.address(), REPOSITORY.resolve("seeds"), System.out::println).load();
            return system;
        } catch (Exception failed) {
            throw new IllegalStateException("the system did not start", failed);
        }
    }

    /** Below those that the machine gives to outgoing connections: one of these could be gone before it is listened to. */
    public static int eightInARow() throws IOException {
        var chance = new Random();
        for (int i = 0; i < 200; i++) {
            int first = 12_000 + chance.nextInt(20_000);
            if (IntStream.range(first, first + 8).allMatch(Running::isFree)) {
                return first;
            }
        }
        throw new IOException("no eight free ports in a row");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
