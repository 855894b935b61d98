package fi.rinnalla.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Runs another program and reads a number out of what it says. */
final class Tool {

    private Tool() {}

    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed: " + said);
        }
        return said;
    }

    static String java(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dlogback.configurationFile=quiet-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        return run(command);
    }

    static double number(String said, String pattern) throws IOException {
        var match = Pattern.compile(pattern).matcher(said);
        double last = Double.NaN;
        while (match.find()) {
            last = Double.parseDouble(match.group(1));
        }
        if (Double.isNaN(last)) {
            throw new IOException("no number in: " + said);
        }
        return last;
    }
}
