package fi.rinnalla.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program behind {@code ./rinnalla}, run as a person at a terminal would.
 *
 * @param home what {@code RINNALLA_HOME} names
 */
record Launcher(Path home) {

    record Result(int status, String text) {}

    /** @param keyboard what is typed */
    Result run(String keyboard, String... arguments) throws Exception {
        var process = start(arguments);
        process.getOutputStream().write(keyboard.getBytes(UTF_8));
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("./rinnalla " + List.of(arguments) + " does not end");
        }
        return new Result(process.exitValue(), text);
    }

    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=quiet-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "fi.rinnalla.local.Rinnalla"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Running.REPOSITORY.toFile())
                .redirectErrorStream(true);
        builder.environment().put("RINNALLA_HOME", home.toString());
        return builder.start();
    }
}
