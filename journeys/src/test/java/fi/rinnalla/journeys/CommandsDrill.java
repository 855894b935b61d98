package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first {@code ./rinnalla up} in a new folder to {@code down}. */
class CommandsDrill {

    @TempDir
    Path home;

    private Launcher.Result rinnalla(String keyboard, String... arguments) throws Exception {
        return new Launcher(home).run(keyboard, arguments);
    }

    /** Whole; Java itself tells no more than a page of it. */
    private static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** @param known by what stands in its command; PostgreSQL by its own note */
    private void whatIsKilledComesBack(String program, String known) throws Exception {
        var noted = known.isEmpty()
                ? Files.readAllLines(home.resolve("data/postgres/postmaster.pid")).stream()
                        .limit(1)
                : Files.readAllLines(home.resolve("pids")).stream().map(line -> line.split(" ")[0]);
        var processes = noted.flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
                .filter(process -> commandOf(process).contains(known))
                .toList();
        assertThat(processes).as(program).hasSize(1);
        processes.getFirst().destroyForcibly();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(rinnalla("", "status").text())
                        .containsPattern(program + " +port \\d+ +ready, started again 1 time"));
    }

    @Test
    void theWholeLifeInTheBackgroundAndASecondUpIsRefused() throws Exception {
        var port = Integer.toString(Running.eightInARow());
        var up = rinnalla("", "up", "-d", "--port", port);
        try {
            assertThat(up.status()).as(up.text()).isZero();
            assertThat(up.text())
                    .contains(
                            "Rinnalla is ready at http://localhost:" + port,
                            "kaisa.koordinaattori",
                            "Three things to try");
            assertThat(rinnalla("", "status").text())
                    .contains("session-service")
                    .doesNotContain("not ready");
            var second = rinnalla("", "up");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.text()).contains("running already");
            assertThat(rinnalla("", "logs", "session-service", "-n", "200").text())
                    .contains("Started SessionService");
            assertThat(rinnalla("", "logs", "nobody").text()).contains("There are: ", "gateway");
            var again = rinnalla("", "seeds", "--gateway", "http://localhost:" + port);
            assertThat(again.status()).as(again.text()).isZero();
            whatIsKilledComesBack("session-service", "session-service.jar");
            whatIsKilledComesBack("kafka", "BrokerProcess");
            whatIsKilledComesBack("postgresql", "");
        } finally {
            assertThat(rinnalla("", "down").text()).contains("is stopped");
        }
        assertThat(rinnalla("", "status").status()).isEqualTo(1);
    }

    @Test
    void oneServiceIsLeftOutAndRunByHandWithTheSettingsThatWerePrinted() throws Exception {
        assertThat(rinnalla("", "up", "--without", "nobody").text())
                .contains("no service nobody", "feedback-service")
                .doesNotContain("at fi.");
        var up = rinnalla(
                "", "up", "-d", "--without", "feedback-service", "--port", Integer.toString(Running.eightInARow()));
        Process byHand = null;
        try {
            assertThat(up.status()).as(up.text()).isZero();
            assertThat(rinnalla("", "status").text()).containsPattern("feedback-service +port \\d+ +not ready");
            var argument = up.text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("--spring.config.additional-location="))
                    .findFirst()
                    .orElseThrow();
            byHand = byHand("-jar", "feedback-service/target/feedback-service.jar", argument);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> rinnalla("", "status").status() == 0);
        } finally {
            if (byHand != null) {
                byHand.destroy();
                byHand.onExit().join();
            }
            assertThat(rinnalla("", "down").text()).contains("is stopped");
        }
    }

    /** In a shell that keeps the port of {@code ./rinnalla up} in its surroundings. */
    private static Process byHand(String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Running.REPOSITORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "by-hand.log").toFile());
        builder.environment().put("RINNALLA_PORT", "8080");
        return builder.start();
    }
}
