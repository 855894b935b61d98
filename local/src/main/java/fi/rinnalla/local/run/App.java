package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.Folders;
import fi.rinnalla.local.infrastructure.NoRoom;
import fi.rinnalla.local.infrastructure.Supervised;
import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One packaged service as a child JVM: extracted once, started with a class cache (AOT) that a training run made, and
 * watched until it says that it is ready.
 */
public final class App implements Supervised {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int TRIES = 3;
    private final String name;
    private final Path jar;
    private final Home home;
    private @Nullable Path folder;
    private volatile @Nullable Process process;
    private volatile boolean stopped;
    private int port;
    private Map<String, Object> settings = Map.of();

    App(String name, Home home) {
        this.name = name;
        this.home = home;
        this.jar = home.repository().resolve(name).resolve("target").resolve(name + ".jar");
    }

    @Override
    public String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Extracts the jar and makes the class cache, unless both are there for exactly this jar and JVM. */
    void prepare() throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new UserError(
                    "The service " + name + " is not built. Run ./mvnw -DskipTests package, or ./rinnalla up.");
        }
        var folder = folder();
        if (Files.exists(folder.resolve("ready"))) {
            return;
        }
        deleteEarlier();
        Files.createDirectories(home.apps());
        run(List.of(
                java(),
                home.mark().option(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.toString()));
        var training = new ArrayList<>(List.of(java(), home.mark().option()));
        training.addAll(jvm());
        training.add("-Djava.io.tmpdir=" + temporary());
        training.addAll(List.of(
                "-XX:AOTCacheOutput=app.aot",
                "-Dspring.context.exit=onRefresh",
                "-Dspring.flyway.enabled=false",
                "-Dspring.profiles.active=demo",
                "-Dserver.port=0",
                "-jar",
                jar.getFileName().toString()));
        run(training, folder);
        Files.writeString(folder.resolve("ready"), "");
    }

    /** What a cut-off preparing left, and the folders of earlier builds. */
    private void deleteEarlier() throws IOException {
        if (!Files.isDirectory(home.apps())) {
            return;
        }
        try (var folders = Files.newDirectoryStream(home.apps(), name + "-????????????????")) {
            for (var earlier : folders) {
                Folders.delete(earlier);
            }
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        run(command, home.repository());
    }

    private void run(List<String> command, Path in) throws IOException, InterruptedException {
        var output = home.logs().resolve("preparing-" + name + ".log");
        var process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        home.note(process.toHandle());
        if (process.waitFor() != 0) {
            throw NoRoom.explain(
                    new UserError("Preparing %s failed; its output is in %s".formatted(name, output)), home.folder());
        }
        Files.deleteIfExists(output);
    }

    /** Named after the jar's content, so that a new build never meets an old cache. */
    private Path folder() throws IOException {
        if (folder == null) {
            folder = home.apps().resolve(name + "-" + hash());
        }
        return folder;
    }

    /** Of its own: what a service writes for a while is nobody else's to read, and goes with its folder. */
    private Path temporary() throws IOException {
        return Files.createDirectories(folder().resolve("tmp"));
    }

    private String hash() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            digest.update((Runtime.version() + jvm().toString()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void start(int onPort, Map<String, Object> withSettings) throws IOException {
        port = onPort;
        settings = withSettings;
        launch();
    }

    private void launch() throws IOException {
        var command = new ArrayList<>(List.of(java(), home.mark().option()));
        command.addAll(jvm());
        command.add("-Djava.io.tmpdir=" + temporary());
        // What watches a service from inside (a coverage agent). With an agent the JVM passes the class cache over.
        Optional.ofNullable(System.getenv("RINNALLA_JAVA_OPTION")).ifPresent(command::add);
        command.addAll(List.of(
                "-XX:AOTCache=app.aot",
                "-Xlog:aot=off",
                "-Xlog:aot*=off",
                "-jar",
                jar.getFileName().toString()));
        var builder = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("RINNALLA_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        process = builder.start();
        home.note(process.toHandle());
    }

    Path log() {
        return home.logs().resolve(name + ".log");
    }

    /** One that ends while it starts is started again, as in containers: on a busy machine another try may do. */
    public void awaitReady() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        int tries = 1;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!isReady(client)) {
                if (process == null || !process.isAlive()) {
                    if (process == null || stopped || tries == TRIES) {
                        throw NoRoom.explain(
                                new UserError("%s ended while starting, %d times. Its last words are in %s"
                                        .formatted(name, tries, log())),
                                home.folder());
                    }
                    tries++;
                    launch();
                }
                if (Instant.now().isAfter(end)) {
                    throw new UserError(
                            "%s is not ready after %d s. See %s".formatted(name, PATIENCE.toSeconds(), log()));
                }
                Thread.sleep(40);
            }
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        return isReady(client, port);
    }

    static boolean isReady(HttpClient client, int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public long pid() {
        return process == null ? -1 : process.pid();
    }

    /** As the kernel would when memory runs out: nothing is finished, nobody is told. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public CompletableFuture<?> onExit() {
        return process == null ? CompletableFuture.completedFuture(null) : process.onExit();
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    void stop() {
        stopped = true;
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd() throws InterruptedException {
        if (process != null && !process.waitFor(25, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /**
     * The same in training and in use, or the JVM silently ignores the cache. The quick compiler alone, because a start
     * matters more here than a thousand requests a second; {@code -Drinnalla.jit=full} for measuring, as in containers.
     */
    static List<String> jvm() {
        return List.of(
                "full".equals(System.getProperty("rinnalla.jit"))
                        ? "-XX:+TieredCompilation"
                        : "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Half alive helps nobody: who is out of memory ends and is started again.
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseCompactObjectHeaders",
                "-Xms24m",
                "-Xmx192m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=96m",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
