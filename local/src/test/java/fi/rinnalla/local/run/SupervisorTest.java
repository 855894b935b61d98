package fi.rinnalla.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.local.infrastructure.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends by itself comes back; what was stopped stays so; nobody else's program is ended. */
class SupervisorTest {

    @TempDir
    Path folder;

    /** A real program that is started again as one of ours would be. */
    private static final class Sleeper implements Supervised {
        private final BlockingQueue<Process> started = new LinkedBlockingQueue<>();
        private volatile Process process = launch();

        private static Process launch() {
            try {
                return new ProcessBuilder("sleep", "60").start();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public CompletableFuture<?> onExit() {
            return process.onExit();
        }

        @Override
        public void startAgain() {
            process = launch();
            started.add(process);
        }
    }

    @Test
    void aProgramThatIsKilledIsStartedAgainAndStatusTellsSo() throws Exception {
        var restarts = new Restarts(folder.resolve("restarts"));
        var told = new LinkedBlockingQueue<String>();
        var supervisor = new Supervisor(restarts, told::add);
        var sleeper = new Sleeper();
        assertThat(restarts.of("sleeper")).isEmpty();
        supervisor.watch(List.of(sleeper));

        sleeper.process.destroyForcibly();
        var second = sleeper.started.poll(10, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("sleeper ended by itself and is started again");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("sleeper is ready again");
        assertThat(restarts.of("sleeper")).startsWith(", started again 1 time, last ");
        assertThat(restarts.of("session-service")).isEmpty();

        supervisor.close();
        second.destroyForcibly().onExit().join();
        assertThat(sleeper.started.poll(2, TimeUnit.SECONDS))
                .as("stopped on purpose")
                .isNull();
    }

    @Test
    void whoeverIsOutOfMemoryEndsWithTheOptionsThatEveryServiceHas() throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(App.jvm());
        command.addAll(List.of("-Xmx24m", "-cp", System.getProperty("java.class.path"), Greedy.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(3);
        assertThat(output).contains("java.lang.OutOfMemoryError").doesNotContain("survived");
    }

    /** Catches the error, as a server's request thread does, and would go on half alive. */
    static final class Greedy {
        static void main(String[] none) throws Exception {
            var taken = new ArrayList<byte[]>();
            try {
                while (true) {
                    taken.add(new byte[1 << 20]);
                }
            } catch (OutOfMemoryError caught) {
                System.out.println("survived with " + taken.size());
            }
        }
    }

    @Test
    void aNumberIsFoundOnlyWhileItsOwnProcessLives() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            var line = NotedProcess.of(process.toHandle()).line();
            assertThat(NotedProcess.parse(line).orElseThrow().find()).contains(process.toHandle());
            var earlier = process.pid() + " " + "another boot/1";
            assertThat(NotedProcess.parse(earlier).orElseThrow().find()).isEmpty();
            assertThat(NotedProcess.parse(Long.toString(process.pid())))
                    .as("a line that was cut off")
                    .isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void secretsAreMadeOnceAndASecretThatIsNewIsAdded() throws Exception {
        var home = new Home(folder, folder.resolve("home"));
        home.claim();
        var first = Secrets.of(home);
        var file = home.data().resolve("secrets.properties");
        assertThat(Secrets.of(home).of("kafka")).isEqualTo(first.of("kafka")).hasSize(32);
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("cursors"))
                        .toList());
        var third = Secrets.of(home);
        assertThat(third.of("kafka")).isEqualTo(first.of("kafka"));
        assertThat(third.of("cursors")).hasSize(32).isNotEqualTo(first.of("cursors"));
    }
}
