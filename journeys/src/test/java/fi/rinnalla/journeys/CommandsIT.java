package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./rinnalla} says when something is in the way: one clear sentence, and nothing half started. */
class CommandsIT {

    @TempDir
    Path home;

    private Launcher.Result rinnalla(String keyboard, String... arguments) throws Exception {
        return new Launcher(home).run(keyboard, arguments);
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
        assertThat(home.resolve("data/postgres")).doesNotExist();
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
    void aFolderThatCannotBeWrittenIsNamedWithAWayOut() throws Exception {
        var said = new Launcher(Path.of("/proc/rinnalla")).run("", "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("/proc/rinnalla can't be written", "RINNALLA_HOME")
                .doesNotContain("at fi.");
    }
}
