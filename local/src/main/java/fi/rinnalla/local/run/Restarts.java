package fi.rinnalla.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What was started again in this run, a line each: the moment and the program.
 *
 * @param file is not there as long as nothing was
 */
record Restarts(Path file) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d.M. HH:mm:ss");

    synchronized void note(String program, Instant when) {
        try {
            Files.writeString(file, when + " " + program + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For a person: nothing, or how often and when last. */
    String of(String program) {
        var moments = lines().stream()
                .filter(line -> line.endsWith(" " + program))
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))))
                .toList();
        if (moments.isEmpty()) {
            return "";
        }
        return ", started again %d %s, last %s"
                .formatted(
                        moments.size(),
                        moments.size() == 1 ? "time" : "times",
                        SHORT.withZone(ZoneId.systemDefault()).format(moments.getLast()));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
