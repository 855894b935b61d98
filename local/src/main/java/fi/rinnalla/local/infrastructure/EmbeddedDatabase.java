package fi.rinnalla.local.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL without an installation, with data that stays. Every commit is on disk before it is acknowledged.
 * A first start that was cut off leaves nothing that the next one could stumble over: the cluster is made aside and
 * renamed, and databases and roles that are missing are made at every start.
 */
public final class EmbeddedDatabase implements Supervised, AutoCloseable {

    private static final String ASIDE = ".making";
    private static final int PATIENCE_SECONDS = 120;
    /** SQLSTATE: a role, a database that is there already. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    private static final Map<String, String> CONFIGURATION = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "timezone", "UTC",
            "max_connections", "120",
            "shared_buffers", "64MB",
            "listen_addresses", "127.0.0.1",
            // No socket in the temporary folder, which everybody on the machine shares.
            "unix_socket_directories", "");

    private final Settings settings;
    private final PostgresPrograms programs;

    private EmbeddedDatabase(Settings settings, PostgresPrograms programs) {
        this.settings = settings;
        this.programs = programs;
    }

    /**
     * @param programs folder of this installation in which PostgreSQL's programs are unpacked
     * @param data     the cluster
     * @param log      where the server's own words go
     */
    public record Settings(Path programs, Path data, Path log, int port) {}

    public static EmbeddedDatabase start(Settings settings) throws IOException, InterruptedException {
        var database = new EmbeddedDatabase(settings, PostgresPrograms.in(settings.programs()));
        endOrphan(settings.data());
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            database.makeCluster();
        }
        database.startServer();
        database.createWhatIsMissing();
        return database;
    }

    private void makeCluster() throws IOException, InterruptedException {
        var aside = settings.data().resolveSibling(settings.data().getFileName() + ASIDE);
        Folders.delete(aside);
        Folders.createPrivate(aside);
        try {
            // The locale of PostgreSQL itself: the same order and case on every machine.
            run(
                    "initdb",
                    "-D",
                    aside.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF-8",
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } catch (IOException failed) {
            try {
                throw NoRoom.explain(failed, settings.data());
            } finally {
                Folders.delete(aside);
            }
        }
        Folders.delete(settings.data()); // without PG_VERSION it holds no data: what a start of before 0.2.0 left
        Files.move(aside, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-p", Integer.toString(settings.port())));
        CONFIGURATION.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        try {
            run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    Integer.toString(PATIENCE_SECONDS),
                    "-D",
                    settings.data().toString(),
                    "-o",
                    String.join(" ", options));
        } catch (IOException failed) {
            throw NoRoom.explain(failed, settings.data());
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var log = ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        var process = new ProcessBuilder(programs.command(program, List.of(arguments)))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("PostgreSQL's %s failed; see %s".formatted(program, settings.log()));
        }
    }

    /** CREATE DATABASE can't run in a transaction, so each statement is sent by itself. */
    private void createWhatIsMissing() throws IOException {
        try (var script = EmbeddedDatabase.class.getResourceAsStream("/databases.sql");
                var connection = admin();
                var statement = connection.createStatement()) {
            var sql = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            for (var one : sql.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!one.isBlank()) {
                    executeUnlessThere(statement, one);
                }
            }
        } catch (SQLException failed) {
            throw new IOException("the services' databases could not be created", failed);
        }
    }

    private static void executeUnlessThere(java.sql.Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException failed) {
            if (!ALREADY_THERE.contains(failed.getSQLState())) {
                throw failed;
            }
        }
    }

    /** A server whose starter was killed lives on; it is asked to end fast, which loses nothing. */
    public static void endOrphan(Path data) throws IOException, InterruptedException {
        var orphan = server(data);
        if (orphan.isPresent()) {
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid()))
                    .start()
                    .waitFor();
            Ending.await(orphan.get(), "PostgreSQL");
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /**
     * The server that runs on those data, if any. Its number alone proves nothing, for numbers are given again: it must
     * be a PostgreSQL, and where the system tells so, one that works in this very folder, as PostgreSQL does.
     */
    private static Optional<ProcessHandle> server(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty(); // killed while it wrote the file
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> worksIn(process, data));
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return !Files.exists(folder) || Files.isSameFile(folder, data);
        } catch (IOException someoneElses) {
            return false;
        }
    }

    /** As superuser. */
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), "postgres", "");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    public int port() {
        return settings.port();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public CompletableFuture<?> onExit() {
        try {
            return server(settings.data())
                    .<CompletableFuture<?>>map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        } catch (IOException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        endOrphan(settings.data());
        startServer();
    }

    @Override
    public void close() throws IOException {
        try {
            run(
                    "pg_ctl",
                    "stop",
                    "-w",
                    "-m",
                    "fast",
                    "-t",
                    Integer.toString(PATIENCE_SECONDS),
                    "-D",
                    settings.data().toString());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            if (server(settings.data()).isPresent()) {
                throw failed;
            }
        }
    }
}
