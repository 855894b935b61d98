package fi.rinnalla.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a local system keeps what is its own: data, logs, who runs. {@code .rinnalla} in the repository, or the folder
 * that {@code RINNALLA_HOME} names.
 *
 * @param repository where the built jars and the seeds are
 */
public record Home(Path repository, Path folder) {

    public static Home here() {
        var repository = Path.of("").toAbsolutePath();
        return new Home(
                repository,
                Optional.ofNullable(System.getenv("RINNALLA_HOME"))
                        .map(Path::of)
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

    private Path pids() {
        return folder.resolve("pids");
    }

    private Path portFile() {
        return folder.resolve("port");
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
            throw new Sorry("The folder " + folder + " can't be written: " + failed.getMessage());
        }
    }

    boolean isRunning() {
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
    synchronized void noteProcess(long pid) {
        try {
            Files.writeString(pids(), pid + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void noteRun(int port) throws IOException {
        Files.deleteIfExists(pids());
        Files.writeString(portFile(), Integer.toString(port));
        noteProcess(ProcessHandle.current().pid());
    }

    Optional<Integer> port() {
        try {
            return Files.exists(portFile())
                    ? Optional.of(Integer.parseInt(Files.readString(portFile()).strip()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The first is the starter itself. Only Java processes: a number may have been given to another since. */
    List<ProcessHandle> notedProcesses() {
        try {
            if (!Files.exists(pids())) {
                return List.of();
            }
            return Files.readAllLines(pids()).stream()
                    .map(Long::parseLong)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .filter(process -> process.info().command().orElse("").contains("java"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
