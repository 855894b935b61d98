package fi.rinnalla.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.rinnalla.local.infrastructure.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of an installation is its owner's alone. */
class HomeTest {

    @TempDir
    Path folder;

    @Test
    void itIsClosedToTheMachinesOtherUsers() throws Exception {
        var home = new Home(folder, folder.resolve("home"));
        home.claim();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
        home.claim(); // and again
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws Exception {
        var home = new Home(folder, Files.createDirectories(folder.resolve("home")));
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
        Files.setOwner(home.folder(), nobody);
        assertThatThrownBy(home::claim)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("belongs to nobody, and you are root. Run ./rinnalla as nobody");
        assertThat(home.data()).doesNotExist();
    }

    @Test
    void settingsThatHoldSecretsGoWithTheData() throws Exception {
        var home = new Home(folder, folder.resolve("home"));
        home.claim();
        Files.writeString(home.settingsOf("feedback-service"), "secret=1");
        home.deleteSettings();
        assertThat(home.settingsOf("feedback-service")).doesNotExist();
    }

    @Test
    void aProgramThatItsStarterCouldNotNoteAnyMoreIsFoundByItsMark() throws Exception {
        var home = new Home(folder, folder.resolve("home"));
        home.claim();
        home.noteRun(8080);
        var unnoted = sleeper(home.mark().option());
        var earlier = home.mark().option();
        var strangers = sleeper(earlier.substring(0, earlier.length() - 1));
        try {
            assertThat(home.running()).contains(unnoted.toHandle()).doesNotContain(strangers.toHandle());
            home.note(unnoted.toHandle());
            assertThat(home.running()).containsOnlyOnce(unnoted.toHandle());
        } finally {
            unnoted.destroyForcibly().onExit().join();
            strangers.destroyForcibly().onExit().join();
        }
        assertThat(home.running()).doesNotContain(unnoted.toHandle());
    }

    @Test
    void aMarkThatWasCutOffWhileItWasWrittenNamesNobodysPrograms() throws Exception {
        var home = new Home(folder, folder.resolve("home"));
        home.claim();
        home.noteRun(8080);
        var whole = home.mark().option();
        var anothers = sleeper(whole);
        try {
            for (var cutOff : List.of("", whole.substring(whole.indexOf('=') + 1, whole.length() - 1))) {
                Files.writeString(home.mark().file(), cutOff);
                assertThat(home.running()).as(cutOff).doesNotContain(anothers.toHandle());
            }
        } finally {
            anothers.destroyForcibly().onExit().join();
        }
    }

    /** A JVM that waits for a word. */
    private Process sleeper(String option) throws Exception {
        var source = Files.writeString(
                folder.resolve("Sleeper.java"),
                "void main() throws Exception { System.out.println(); System.in.read(); }");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, source.toString())
                .start();
        assertThat(process.getInputStream().read()).isPositive(); // runs
        return process;
    }
}
