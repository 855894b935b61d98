package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.UserError;
import fi.rinnalla.local.seeds.LoadSeeds;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and loads the seeds. */
@Command(
        name = "up",
        description = "Start everything, load the seeds, stay until Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

    private static final boolean IS_WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final String READY = "Rinnalla is ready";
    private static final String LAST_WORDS = "Stop it with";

    @Option(
            names = {"-d", "--detach"},
            description = "Leave it running in the background.")
    boolean detached;

    @Option(
            names = {"-p", "--port"},
            description = "The first of eight ports in a row; the gateway's (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:RINNALLA_PORT:-8080}")
    int port;

    @Option(names = "--without-seeds", description = "Load nothing.")
    boolean withoutSeeds;

    @Option(
            names = "--without",
            paramLabel = "<service>",
            description = "Leave one service out, to be run from an IDE with the settings that are printed.")
    @Nullable
    String without;

    @Override
    public Integer call() throws Exception {
        var home = Home.here();
        if (detached) {
            return inBackground(home);
        }
        home.claim();
        // Held until the end: a lock that nothing refers to any more is closed by the garbage collector.
        try (var lock = home.lock().orElseThrow(() -> runsAlready(home)).channel()) {
            return inForeground(home);
        }
    }

    private int inForeground(Home home) throws Exception {
        Room.require(home);
        var system = new LocalSystem(home, new Ports(port), System.out::println, Map.of());
        if (without != null) {
            system.without(without);
        }
        var supervisor = new Supervisor(new Restarts(home.restarts()), System.out::println);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("Stopping");
            supervisor.close();
            try {
                system.close();
            } catch (IOException | RuntimeException failed) {
                System.err.println("Not everything stopped: " + failed.getMessage());
            }
            ended.countDown();
        }));
        system.start();
        supervisor.watch(system.programs());
        if (!withoutSeeds && without == null) {
            loadSeeds(home, system);
        }
        if (without != null) {
            System.out.println("""

                    %s is left to you. Run its main class from your IDE, or its jar, with the argument
                      --spring.config.additional-location=file:%s
                    The seeds are loaded by ./rinnalla up with every service.\
                    """.formatted(without, system.settingsOf(without)));
        }
        System.out.println(welcome(system));
        ended.await();
        return 0;
    }

    /** Once for these data: people of another port's provider are other people, to whom the same could not be told again. */
    private static void loadSeeds(Home home, LocalSystem system) throws Exception {
        var seeds = home.repository().resolve("seeds");
        var told = home.data().resolve("seeds-told");
        var these = digest(seeds);
        if (Files.exists(told) && Files.readString(told).equals(these)) {
            return;
        }
        System.out.println("Loading the seeds through the gateway");
        new LoadSeeds(system.address(), seeds, System.out::println).load();
        Files.writeString(told, these);
    }

    private static String digest(Path folder) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static UserError runsAlready(Home home) {
        return new UserError(
                "Rinnalla is running already at http://localhost:%d. See ./rinnalla status, or stop it: ./rinnalla down"
                        .formatted(home.port().orElse(Ports.DEFAULT)));
    }

    /** Another of this program in the background; this one shows its progress and goes when it is ready. */
    private int inBackground(Home home) throws Exception {
        home.claim();
        if (home.isRunning()) {
            throw runsAlready(home);
        }
        var log = home.logs().resolve("up.log");
        // A terminal that closes must not end it.
        var command = new ArrayList<String>(IS_WINDOWS ? List.of() : List.of("nohup"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "fi.rinnalla.local.Rinnalla"));
        command.addAll(List.of("up", "--port", Integer.toString(port)));
        if (withoutSeeds) {
            command.add("--without-seeds");
        }
        if (without != null) {
            command.addAll(List.of("--without", without));
        }
        // Appended: whoever starts it twice at once has both in it, and neither reads the other's end as its own.
        int shown = Files.exists(log) ? Files.readAllLines(log).size() : 0;
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File(IS_WINDOWS ? "NUL" : "/dev/null"))
                .start();
        while (true) {
            boolean alive = process.isAlive();
            var all = Files.readAllLines(log);
            var lines = all.subList(Math.min(shown, all.size()), all.size());
            shown = all.size();
            lines.forEach(System.out::println);
            if (alive && lines.stream().anyMatch(line -> line.startsWith(LAST_WORDS))) {
                return 0;
            }
            if (!alive) {
                return 1;
            }
            Thread.sleep(100);
        }
    }

    private static String welcome(LocalSystem system) {
        return """

                %s at %s

                Logins (invented people; the password is the login itself):
                  role               Sovatek-säätiö           Jyväskylän kaupunki
                  coordinator        kaisa.koordinaattori     liisa.koordinaattori
                  professional       mikko.ammattilainen      petri.ammattilainen
                  peer expert        sari.kokemus             tuula.kokemus
                  client             antti.asiakas            ville.asiakas
                  manager            jaana.johtaja            helena.johtaja
                  analyst            anu.analyytikko          timo.analyytikko
                  operator           olli.yllapito            outi.yllapito

                Three things to try:
                  1. Log in as kaisa.koordinaattori and look at "Kuulluksi tuleminen": autumn 2017 with a peer expert and without.
                  2. Record a planned meeting as held, choose that the client answers alone, and open the link or scan the code.
                  3. Read the organisation's own events:
                     kcat -C -e -q -b localhost:%d -X security.protocol=SASL_PLAINTEXT -X sasl.mechanism=PLAIN \\
                       -X sasl.username=analyst.sovatek -X sasl.password=%s -t organisation.sovatek

                %s Ctrl-C or ./rinnalla down. The data stays; ./rinnalla reset removes it.\
                """.formatted(
                READY, system.address(), system.ports().kafka(), LocalSystem.analystPassword("sovatek"), LAST_WORDS);
    }
}
