package fi.rinnalla.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A random word that every program of one run carries in its command. A program is noted only after it was started; one
 * whose starter was killed between the two is found by its mark.
 */
record RunMark(Path file) {

    private static final String OPTION = "-Drinnalla.run=";
    /** A file that was cut off while it was written must not name every installation's programs. */
    private static final Pattern WHOLE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Another one, for a run that begins. */
    void renew() throws IOException {
        Files.writeString(file, UUID.randomUUID().toString());
    }

    /** The option of the JVM that says to which run it belongs. */
    String option() throws IOException {
        return OPTION + Files.readString(file);
    }

    Stream<ProcessHandle> programs() throws IOException {
        if (!Files.exists(file) || !WHOLE.matcher(Files.readString(file)).matches()) {
            return Stream.empty();
        }
        var option = option();
        var owner = ProcessHandle.current().info().user();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().user().equals(owner)) // marks can be seen, and so copied, by others
                .filter(process -> command(process).contains(option));
    }

    /** Whole where the system tells it; Java itself tells no more than a page of it, and nothing on Windows. */
    private static String command(ProcessHandle process) {
        var told = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(told)
                    ? Files.readString(told, ISO_8859_1)
                    : process.info().commandLine().orElse("");
        } catch (IOException ended) {
            return "";
        }
    }
}
