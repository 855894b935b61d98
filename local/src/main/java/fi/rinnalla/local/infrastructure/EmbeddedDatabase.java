package fi.rinnalla.local.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL from Maven's repository, with data that stays. Every commit is on disk before it is acknowledged: the
 * library's own default (fsync off) would void each promise about lost records.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * @param logFile where the server's own words go
     * @param port 0 for any free one
     */
    public static EmbeddedDatabase start(Path data, Path logFile, int port) throws IOException {
        var log = ProcessBuilder.Redirect.appendTo(logFile.toFile());
        endOrphan(data);
        boolean isNew = !Files.exists(data.resolve("PG_VERSION"));
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // whoever starts it ends it, after those who use it
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(120));
        if (port != 0) {
            builder.setPort(port);
        }
        var database = new EmbeddedDatabase(builder.start());
        if (isNew) {
            database.createDatabases();
        }
        return database;
    }

    /** A server whose starter was killed lives on; it is asked to end fast, which loses nothing. */
    private static void endOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        var orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        try {
            orphan.get().onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException stays) {
            throw new IOException("a PostgreSQL server (process " + pid + ") still uses " + data, stays);
        }
    }

    private void createDatabases() throws IOException {
        try (var script = EmbeddedDatabase.class.getResourceAsStream("/databases.sql");
                var connection = admin()) {
            var sql = new String(java.util.Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            // CREATE DATABASE can't run in a transaction, so each statement is sent by itself.
            for (var statement : sql.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!statement.isBlank()) {
                    connection.createStatement().execute(statement);
                }
            }
        } catch (SQLException failed) {
            throw new IOException("the services' databases could not be created", failed);
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
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
