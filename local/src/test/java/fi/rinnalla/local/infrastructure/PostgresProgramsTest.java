package fi.rinnalla.local.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A first unpacking that was cut off, whatever it left, is followed by one that works. */
class PostgresProgramsTest {

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("programs");
    }

    @Test
    void theRealArchiveIsUnpackedInALauncherOfThirtyTwoMebibytes() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unpack.class.getName(),
                        home().toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();

        var initdb = PostgresPrograms.in(home()).command("initdb", List.of("--version"));
        assertThat(new String(
                        new ProcessBuilder(initdb).start().getInputStream().readAllBytes(), UTF_8))
                .contains("initdb (PostgreSQL) 18");
    }

    /** Run in a JVM of its own with a small heap. */
    static final class Unpack {
        static void main(String[] arguments) throws Exception {
            PostgresPrograms.in(Path.of(arguments[0]));
        }
    }

    @Test
    void whatAKilledUnpackingLeftIsReplaced() throws Exception {
        var archive = archive("postgres-test.txz", "bin/initdb", "the whole program");
        var left = home().resolve("postgres-test.unpacking").resolve("bin");
        Files.createDirectories(left);
        Files.writeString(left.resolve("initdb"), "the wh");
        Files.createSymbolicLink(left.resolve("libicuuc.so"), Path.of("nowhere"));

        var programs = PostgresPrograms.unpacked(archive, home());

        assertThat(programs.executable("initdb"))
                .hasContent("the whole program")
                .isExecutable();
        assertThat(left).doesNotExist();
        assertThat(programs.executable("libicuuc.so")).doesNotExist();
    }

    @Test
    void anArchiveThatEndsTooEarlyLeavesNothingBehind() throws Exception {
        var whole = Path.of(archive("postgres-test.txz", "bin/initdb", "the whole program".repeat(9_000))
                .toURI());
        var bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> PostgresPrograms.unpacked(whole.toUri().toURL(), home()))
                .isInstanceOf(IOException.class);
        assertThat(home().resolve("postgres-test")).doesNotExist();
        assertThat(home().resolve("postgres-test.unpacking")).doesNotExist();

        Files.write(whole, bytes);
        assertThat(PostgresPrograms.unpacked(whole.toUri().toURL(), home()).executable("initdb"))
                .exists();
    }

    @Test
    void anotherVersionIsAnotherFolder() throws Exception {
        var one = PostgresPrograms.unpacked(archive("postgres-1.txz", "bin/initdb", "1"), home());
        var two = PostgresPrograms.unpacked(archive("postgres-2.txz", "bin/initdb", "2"), home());
        assertThat(one.executable("initdb")).hasContent("1");
        assertThat(two.executable("initdb")).hasContent("2");
    }

    @Test
    void anArchiveCannotWriteOutsideItsFolder() throws Exception {
        var archive = archive("postgres-test.txz", "../../planted", "something else");
        assertThatThrownBy(() -> PostgresPrograms.unpacked(archive, home())).hasMessageContaining("outside itself");
        assertThat(folder.resolve("planted")).doesNotExist();
    }

    private URL archive(String name, String file, String content) throws IOException {
        var path = folder.resolve(name);
        try (var tar = new TarArchiveOutputStream(
                new XZOutputStream(Files.newOutputStream(path), new LZMA2Options(LZMA2Options.PRESET_MIN)))) {
            var link = new TarArchiveEntry("bin/alias", TarConstants.LF_SYMLINK);
            link.setLinkName("initdb");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            var entry = new TarArchiveEntry(file);
            entry.setMode(0755);
            entry.setSize(content.getBytes(UTF_8).length);
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return path.toUri().toURL();
    }
}
