package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./rinnalla} says when something is in the way: one clear sentence, and nothing half started. */
class CommandsIT {

    @TempDir
    Path home;

    private record Said(int status, String text) {}

    private Said rinnalla(String keyboard, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=quiet-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "fi.rinnalla.local.Rinnalla"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Running.REPOSITORY.toFile())
                .redirectErrorStream(true);
        builder.environment().put("RINNALLA_HOME", home.toString());
        var process = builder.start();
        process.getOutputStream().write(keyboard.getBytes());
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    @Test
    void aTakenPortIsNamedWithAWayOut() throws Exception {
        int first = Running.eightInARow();
        try (var other = new ServerSocket(first + 5)) {
            var said = rinnalla("", "up", "--port", Integer.toString(first));
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.text())
                    .contains("Port " + (first + 5), "PostgreSQL", "--port")
                    .doesNotContain("at fi.");
        }
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void whatDoesNotRunSaysSo() throws Exception {
        assertThat(rinnalla("", "status").status()).isEqualTo(1);
        assertThat(rinnalla("", "status").text()).contains("not running", "./rinnalla up");
        assertThat(rinnalla("", "down").text()).contains("not running");
        assertThat(rinnalla("", "logs").text()).contains("no logs yet");
        assertThat(rinnalla("", "dance").status()).isNotZero();
    }

    @Test
    void resetAsksFirst() throws Exception {
        Files.createDirectories(home.resolve("data"));
        assertThat(rinnalla("n\n", "reset").text()).contains("for good", "Nothing was removed");
        assertThat(home.resolve("data")).exists();
        assertThat(rinnalla("y\n", "reset").status()).isZero();
        assertThat(home.resolve("data")).doesNotExist();
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
            byHand = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            "feedback-service/target/feedback-service.jar",
                            argument)
                    .directory(Running.REPOSITORY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "by-hand.log").toFile())
                    .start();
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
}
