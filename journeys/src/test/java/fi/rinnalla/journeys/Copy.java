package fi.rinnalla.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The repository's files in another folder, to be spoiled and built there. */
record Copy(Path folder) {

    /** @param output both streams, whole */
    record Build(boolean succeeded, String output) {}

    /** As it stands now, without what builds and runs leave. */
    static Copy in(Path folder) throws IOException {
        try (var all = Files.walk(Running.REPOSITORY)) {
            for (var one : all.toList()) {
                var path = Running.REPOSITORY.relativize(one).toString();
                if (path.isEmpty() || path.matches("(.*/)?(target|\\.git|\\.rinnalla|node_modules)(/.*)?")) {
                    continue;
                }
                var target = folder.resolve(path);
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new Copy(folder);
    }

    /** Puts one text in the place of another, which must be there. */
    void replace(String file, String old, String with) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        Files.writeString(path, text.replace(old, with));
    }

    /** A library's version, whatever it is now. */
    void moveVersion(String property, String to) throws IOException {
        var pom = folder.resolve("pom.xml");
        var text = Files.readString(pom);
        var moved = text.replaceFirst("<%1$s>[^<]+<".formatted(property), "<%1$s>%2$s<".formatted(property, to));
        if (moved.equals(text)) {
            throw new IllegalArgumentException("pom.xml has no " + property + " other than " + to);
        }
        Files.writeString(pom, moved);
    }

    Build maven(String... arguments) throws IOException, InterruptedException {
        return maven(Map.of(), arguments);
    }

    Build maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./mvnw", "-B", "-ntp"));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    Build run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end: " + output);
        }
        return new Build(process.exitValue() == 0, output);
    }
}
