package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Built again without {@code clean}, whatever happened before: the packages hold what the sources say now, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
class StaleBuildDrill {

    private static final String PACKAGED = "session-service/target/session-service.jar";
    private static final String NOT_FOUND =
            "service-defaults/src/main/java/fi/rinnalla/service/answering/NotFound.java";
    /** Has a method that the session service calls and service-defaults itself does not. */
    private static final String ANSWER = "service-defaults/src/main/java/fi/rinnalla/service/answering/Answer.java";

    private static final String[] BUILD = {"-q", "-Dmaven.test.skip", "package", "-pl", "local,session-service", "-am"};

    @TempDir
    static Path folder;

    private Copy copy;

    @BeforeAll
    void aBuild() throws Exception {
        copy = Copy.in(folder);
        succeeds(copy.maven(BUILD));
    }

    private static void succeeds(Copy.Build build) {
        assertThat(build.succeeded()).as(build.output()).isTrue();
    }

    @Test
    void afterABuildThatFailedHalfwayTheNextPackagesWhatChanged() throws Exception {
        copy.replace(NOT_FOUND, "\"not found\"", "\"not found, as changed\"");
        failsBetweenTheLibraryAndTheService();
        succeeds(copy.maven(BUILD));
        assertThat(new String(
                        inside(
                                libraries(PACKAGED, "service-defaults").getFirst(),
                                "fi/rinnalla/service/answering/NotFound.class"),
                        StandardCharsets.ISO_8859_1))
                .contains("not found, as changed");
    }

    @Test
    void afterABuildThatFailedHalfwayTheNextCompilesWhatUsesTheChange() throws Exception {
        copy.replace(ANSWER, " createdWith(", " createdAndTold(");
        failsBetweenTheLibraryAndTheService();
        var build = copy.maven(BUILD);
        copy.replace(ANSWER, " createdAndTold(", " createdWith(");
        assertThat(build.succeeded()).as("a service that lacks what it calls").isFalse();
        assertThat(build.output()).contains("session-service");
        succeeds(copy.maven(BUILD));
    }

    private void failsBetweenTheLibraryAndTheService() throws Exception {
        var planted = folder.resolve("service-testing/src/main/java/fi/rinnalla/testing/Planted.java");
        Files.writeString(planted, "package fi.rinnalla.testing;\n\nclass Planted extends Nothing {}\n");
        var build = copy.maven("-q", "-Dmaven.test.skip", "package", "-pl", "service-testing", "-am");
        Files.delete(planted);
        assertThat(build.succeeded()).isFalse();
        assertThat(build.output()).contains("Planted");
    }

    /** The older versions are real ones; Maven fetches them. */
    @Test
    void aLibraryThatMovesLeavesNothingOfItsOldVersion() throws Exception {
        copy.moveVersion("picocli.version", "4.7.6");
        copy.moveVersion("java-uuid-generator.version", "5.1.0");
        succeeds(copy.maven(BUILD));

        assertThat(libraries(PACKAGED, "java-uuid-generator")).hasSize(1);
        assertThat(entries(PACKAGED)).contains("BOOT-INF/lib/java-uuid-generator-5.1.0.jar");
        try (var beside = Files.list(folder.resolve("local/target/lib"))) {
            assertThat(beside.map(one -> one.getFileName().toString()).filter(name -> name.startsWith("picocli")))
                    .containsExactly("picocli-4.7.6.jar");
        }
        try (var jar = new JarInputStream(Files.newInputStream(folder.resolve("local/target/local-launcher.jar")))) {
            assertThat(jar.getManifest()
                            .getMainAttributes()
                            .getValue("Class-Path")
                            .split(" "))
                    .filteredOn(library -> library.contains("picocli"))
                    .containsExactly("lib/picocli-4.7.6.jar");
        }
        starts();
    }

    /** As after a {@code git pull}: two versions of Kafka beside each other once kept it from starting. */
    @Test
    void afterKafkaMovedTheSystemStarts() throws Exception {
        copy.replace("pom.xml", "<java.version>", "<kafka.version>4.2.1</kafka.version><java.version>");
        var here = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "RINNALLA_HOME", folder.resolve(".rinnalla").toString());
        var port = Integer.toString(Running.eightInARow());
        try {
            var up = copy.run(here, List.of("./rinnalla", "up", "-d", "--without-seeds", "--port", port));
            succeeds(up);
            assertThat(up.output()).contains("Building", "Rinnalla is ready at http://localhost:" + port);
        } finally {
            copy.run(here, List.of("./rinnalla", "down"));
        }
        try (var beside = Files.list(folder.resolve("local/target/lib"))) {
            assertThat(beside.map(one -> one.getFileName().toString()).filter(name -> name.startsWith("kafka-clients")))
                    .containsExactly("kafka-clients-4.2.1.jar");
        }
    }

    /** What an earlier build left beside the jar is not read, even where it lies in the folder. */
    private void starts() throws Exception {
        Files.writeString(folder.resolve("local/target/lib/a-broken.jar"), "no jar");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        "local/target/local-launcher.jar",
                        "fi.rinnalla.local.Rinnalla",
                        "--help")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("lib/picocli-4.7.6.jar", "Usage: ./rinnalla")
                .doesNotContain("a-broken.jar");
    }

    private List<String> entries(String jar) throws IOException {
        try (var zip = new ZipFile(folder.resolve(jar).toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private List<Path> libraries(String jar, String name) throws IOException {
        try (var zip = new ZipFile(folder.resolve(jar).toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/" + name))
                    .map(entry -> {
                        try (var in = zip.getInputStream(entry)) {
                            var file = Files.createTempFile(folder, name, ".jar");
                            Files.write(file, in.readAllBytes());
                            return file;
                        } catch (IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        }
    }

    private static byte[] inside(Path jar, String entry) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }
}
