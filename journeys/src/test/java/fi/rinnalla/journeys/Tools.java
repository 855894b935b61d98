package fi.rinnalla.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Programs that a journey needs beside the JDK. Where one is missing the journey is skipped and says which; with
 * {@code -Djourneys.skip-nothing=true}, as on the build machine, it fails instead.
 */
final class Tools {

    private Tools() {}

    static Path need(String... names) {
        var found = Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            var sentence = "This journey needs %s. On Debian: apt-get install %s".formatted(names[0], names[0]);
            if (Boolean.getBoolean("journeys.skip-nothing")) {
                throw new AssertionError(sentence);
            }
            assumeTrue(false, sentence);
        }
        return found.orElseThrow();
    }
}
