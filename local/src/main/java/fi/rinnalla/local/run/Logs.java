package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the last lines that the services wrote. */
@Command(
        name = "logs",
        description = "Show the last lines of the logs, or of one service's.",
        mixinStandardHelpOptions = true)
public final class Logs implements Callable<Integer> {

    private static final long ENOUGH_BYTES = 256 * 1024;

    @Parameters(arity = "0..1", description = "gateway, session-service, ..., kafka; all if none is named")
    @Nullable
    String service;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines (default: ${DEFAULT-VALUE}).",
            defaultValue = "50")
    int lines;

    @Override
    public Integer call() throws IOException {
        var folder = Home.here().logs();
        var files = Files.isDirectory(folder) ? list(folder) : List.<Path>of();
        var chosen = files.stream()
                .filter(file -> service == null || file.getFileName().toString().equals(service + ".log"))
                .toList();
        if (chosen.isEmpty()) {
            throw new UserError(
                    files.isEmpty()
                            ? "There are no logs yet. Start Rinnalla: ./rinnalla up"
                            : "There is no log of " + service + ". There are: " + String.join(", ", names(files)));
        }
        for (var file : chosen) {
            if (chosen.size() > 1) {
                System.out.println("--- " + file.getFileName());
            }
            var last = tail(file);
            last.subList(Math.max(0, last.size() - lines), last.size()).forEach(System.out::println);
        }
        return 0;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replace(".log", ""))
                .toList();
    }

    private static List<String> tail(Path file) throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - ENOUGH_BYTES));
            var bytes = new byte[Math.toIntExact(log.length() - log.getFilePointer())];
            log.readFully(bytes);
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
