package fi.rinnalla.local.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once from the archive that this machine fetched as a library. They are unpacked
 * aside and then renamed, so that a folder with the final name is whole; what a killed or failed unpacking left is
 * replaced by the next. As a stream, because the launcher's heap is smaller than the archive's content.
 */
final class PostgresPrograms {

    private static final String ASIDE = ".unpacking";
    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * @param home a folder of this installation, in which nobody else may write: what lies there is executed
     * @throws UserError if there is no archive for this machine, or no room for it
     */
    static PostgresPrograms in(Path home) throws IOException {
        return unpacked(archive(), home);
    }

    static PostgresPrograms unpacked(URL archive, Path home) throws IOException {
        Files.createDirectories(home);
        var folder = home.resolve(name(archive));
        // Tests of several modules share one folder: one unpacks, the others wait.
        try (var lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(folder)) {
                var aside = home.resolve(folder.getFileName() + ASIDE);
                Folders.delete(aside);
                unpack(archive, aside);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return new PostgresPrograms(folder);
    }

    /** The command that runs one of them, for example {@code initdb}. */
    List<String> command(String program, List<String> arguments) {
        return OrdinaryUser.command(executable(program), arguments);
    }

    Path executable(String program) {
        return folder.resolve("bin").resolve(isWindows() ? program + ".exe" : program);
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        } catch (IOException failed) {
            try {
                throw NoRoom.explain(failed, target);
            } finally {
                Folders.delete(target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive of PostgreSQL names a place outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(java.nio.channels.Channels.newOutputStream(out));
            out.force(true); // the rename below must never be on disk before what it names
        }
        if (!isWindows() && (entry.getMode() & 0100) != 0) {
            path.toFile().setExecutable(true, true);
        }
    }

    /** Not through the cache of jar connections, which would keep the file open and its content in memory. */
    private static InputStream open(URL archive) throws IOException {
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static URL archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), machine());
        var archive = PostgresPrograms.class.getResource("/" + name);
        if (archive == null) {
            throw new UserError(
                    "Rinnalla has no PostgreSQL for this machine (%s, %s). It runs on Linux and macOS (x64 and arm64) and on Windows (x64); elsewhere use docker compose (README)."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    /** After the library's file, which bears the version: another version is another folder. */
    private static String name(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var file = jar.getJarFileURL().getPath();
            return file.substring(file.lastIndexOf('/') + 1).replace(".jar", "");
        }
        var file = archive.getPath();
        return file.substring(file.lastIndexOf('/') + 1).replace(".txz", "");
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : isWindows() ? "windows" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
