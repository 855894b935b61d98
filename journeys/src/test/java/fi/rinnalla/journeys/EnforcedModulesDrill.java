package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build itself refuses a module that leans where it must not: shown on a copy with a bad dependency planted. */
class EnforcedModulesDrill {

    @TempDir
    Path copy;

    @ParameterizedTest(name = "{0} must not depend on {2}")
    @CsvSource({
        "session-service, fi.rinnalla, peer-expert-service, a service never depends on another",
        "gateway, org.springframework, spring-jdbc, the gateway has no database"
    })
    void aForbiddenDependencyStopsTheBuild(String module, String group, String artifact, String message)
            throws Exception {
        copyOfTheRepository();
        var pom = copy.resolve(module).resolve("pom.xml");
        var version = group.equals("fi.rinnalla") ? "<version>0.1.0</version>" : "";
        Files.writeString(
                pom, Files.readString(pom).replaceFirst("<dependencies>", """
                <dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>""".formatted(group, artifact, version)));

        var process = new ProcessBuilder("./mvnw", "-o", "-B", "-q", "-DskipTests", "compile", "-pl", module, "-am")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        assertThat(said).contains(message).contains(artifact);
    }

    private void copyOfTheRepository() throws IOException {
        try (var all = Files.walk(Running.REPOSITORY)) {
            for (var one : all.toList()) {
                var path = Running.REPOSITORY.relativize(one);
                if (path.toString().matches("(.*/)?(target|\\.git|\\.rinnalla|node_modules)(/.*)?")
                        || path.toString().isEmpty()) {
                    continue;
                }
                var target = copy.resolve(path.toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
