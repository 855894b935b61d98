package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.Folders;
import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a local system keeps what is its own: data, logs, programs, who runs. {@code .rinnalla} in the repository, or
 * the folder that {@code RINNALLA_HOME} names.
 *
 * @param repository where the built jars and the seeds are
 */
public record Home(Path repository, Path folder) {

    public static Home here() {
        var repository = Path.of("").toAbsolutePath();
        return new Home(
                repository,
                Optional.ofNullable(System.getenv("RINNALLA_HOME"))
                        .map(folder -> Path.of(folder).toAbsolutePath())
                        .orElse(repository.resolve(".rinnalla")));
    }

    Path data() {
        return folder.resolve("data");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path apps() {
        return folder.resolve("apps");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    Path restarts() {
        return folder.resolve("restarts");
    }

    /** Where a service that was left out of the run finds its port, its database and what else the others agreed on. */
    Path settingsOf(String app) {
        return folder.resolve(app + ".properties");
    }

    /** They hold secrets of the data. */
    void deleteSettings() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var settings = Files.newDirectoryStream(folder, "*.properties")) {
            for (var one : settings) {
                Files.delete(one);
            }
        }
    }

    private Path processes() {
        return folder.resolve("pids");
    }

    RunMark mark() {
        return new RunMark(folder.resolve("run"));
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    /**
     * Makes the folder, for its owner alone.
     *
     * @throws UserError if it belongs to somebody else or can't be written
     */
    void claim() {
        try {
            if (Files.exists(folder)) {
                requireOwner();
            }
            Folders.createPrivate(folder);
            Files.createDirectories(data());
            Files.createDirectories(logs());
        } catch (IOException failed) {
            throw unwritable();
        }
    }

    private void requireOwner() throws IOException {
        // Who runs this, as the file system knows them: a fresh file's owner. Not every user has a name.
        var probe = Files.createTempFile(folder, "owner", null);
        var user = Files.getOwner(probe);
        Files.delete(probe);
        var owner = Files.getOwner(folder);
        if (!owner.equals(user)) {
            throw new UserError(
                    "The folder %s belongs to %s, and you are %s. Run ./rinnalla as %s, or set RINNALLA_HOME to a folder of your own."
                            .formatted(folder, owner.getName(), user.getName(), owner.getName()));
        }
    }

    private UserError unwritable() {
        return new UserError(
                "The folder %s can't be written. Set RINNALLA_HOME to a folder of your own.".formatted(folder));
    }

    /** Empty while somebody else holds it. */
    Optional<FileLock> lock() {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException here) {
            return Optional.empty();
        } catch (IOException failed) {
            throw unwritable();
        }
    }

    boolean isRunning() {
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        var lock = lock();
        lock.ifPresent(free -> {
            try {
                free.channel().close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return lock.isEmpty();
    }

    /** Notes which processes belong to this run, so that a later one can end what a kill left behind. */
    synchronized void note(ProcessHandle process) {
        try {
            Files.writeString(
                    processes(),
                    NotedProcess.of(process).line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void noteRun(int port) throws IOException {
        Files.deleteIfExists(processes());
        Files.deleteIfExists(restarts());
        mark().renew();
        Files.writeString(portFile(), Integer.toString(port));
        note(ProcessHandle.current());
    }

    Optional<Integer> port() {
        try {
            var text = Files.exists(portFile()) ? Files.readString(portFile()).strip() : "";
            return text.matches("\\d+") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Those that still run, the starter itself first. */
    List<ProcessHandle> running() {
        try {
            return Stream.concat(noted(), mark().programs()).distinct().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Stream<ProcessHandle> noted() throws IOException {
        return Files.exists(processes())
                ? Files.readAllLines(processes()).stream()
                        .flatMap(line -> NotedProcess.parse(line).stream())
                        .flatMap(noted -> noted.find().stream())
                : Stream.empty();
    }
}
