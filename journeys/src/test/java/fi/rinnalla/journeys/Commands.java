package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls the program behind {@code ./rinnalla} as a person at a keyboard would. */
final class Commands {

    private Commands() {}

    record Said(int status, String text) {}

    static Said rinnalla(Path home, String keyboard, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=quiet-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "fi.rinnalla.local.Rinnalla"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Running.REPOSITORY.toFile())
                .redirectErrorStream(true);
        builder.environment().put("RINNALLA_HOME", home.toString());
        var process = builder.start();
        process.getOutputStream().write(keyboard.getBytes());
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
