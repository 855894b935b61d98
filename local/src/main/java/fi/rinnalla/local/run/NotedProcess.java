package fi.rinnalla.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process by its number and the moment of its start, which together are given only once: a number alone is soon
 * another program's, and nobody else's program is ever to be ended.
 *
 * @param start what the system tells of the start; the same for as long as the process lives, whatever the clock does
 */
record NotedProcess(long pid, String start) {

    private static final String UNKNOWN = "unknown";
    /** Place of the start in /proc/PID/stat, counted after the program's name, which may hold spaces. */
    private static final int START_AFTER_NAME = 19;

    static NotedProcess of(ProcessHandle process) {
        return new NotedProcess(process.pid(), start(process));
    }

    static Optional<NotedProcess> parse(String line) {
        var parts = line.strip().split(" ", 2);
        return parts.length == 2 && parts[0].matches("\\d{1,18}")
                ? Optional.of(new NotedProcess(Long.parseLong(parts[0]), parts[1]))
                : Optional.empty();
    }

    String line() {
        return pid + " " + start;
    }

    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(process -> !start.equals(UNKNOWN) && start(process).equals(start));
    }

    private static String start(ProcessHandle process) {
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            if (Files.exists(stat)) {
                var text = Files.readString(stat);
                var ticks = text.substring(text.lastIndexOf(')') + 2).split(" ")[START_AFTER_NAME];
                return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                                .strip() + "/" + ticks;
            }
        } catch (IOException ended) {
            return UNKNOWN;
        }
        return process.info().startInstant().map(Object::toString).orElse(UNKNOWN);
    }
}
