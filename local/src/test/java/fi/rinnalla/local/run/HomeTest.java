package fi.rinnalla.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.rinnalla.local.infrastructure.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
}
