package fi.rinnalla.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a start that was cut off left of the database's or the broker's storage, the next start works. */
class CutOffStartTest {

    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();

    @TempDir
    Path folder;

    private EmbeddedDatabase.Settings database() throws Exception {
        return new EmbeddedDatabase.Settings(
                PROGRAMS,
                folder.resolve("postgres"),
                folder.resolve("postgresql.log"),
                FreePorts.find(1).getFirst());
    }

    private static long databases(EmbeddedDatabase database) throws Exception {
        try (var connection = database.admin();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM pg_database WHERE datname IN ('session', 'peer_expert', 'feedback')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aClusterIsMadeAnewWhereInitdbWasKilled() throws Exception {
        Files.createDirectories(folder.resolve("postgres.making/base"));
        Files.writeString(folder.resolve("postgres.making/PG_VERSION"), "18");
        Files.createDirectories(folder.resolve("postgres/base")); // what a start of before 0.2.0 left
        try (var database = EmbeddedDatabase.start(database())) {
            assertThat(databases(database)).isEqualTo(3);
        }
        assertThat(folder.resolve("postgres.making")).doesNotExist();
    }

    @Test
    void databasesThatAreMissingAreMadeAndTheOthersKeepTheirRows() throws Exception {
        var settings = database();
        try (var database = EmbeddedDatabase.start(settings);
                var admin = database.admin()) {
            admin.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
            admin.createStatement().execute("DROP DATABASE feedback");
            admin.createStatement().execute("DROP ROLE feedback_keeper");
        }
        try (var database = EmbeddedDatabase.start(settings);
                var admin = database.admin();
                var kept = admin.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(databases(database)).isEqualTo(3);
            assertThat(kept.next()).isTrue();
        }
    }

    @Test
    void aServerWhoseStarterWasKilledIsTakenOver() throws Exception {
        var settings = database();
        EmbeddedDatabase.start(settings); // and never closed
        var orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(settings.data().resolve("postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
        EmbeddedDatabase.endOrphan(settings.data());
        assertThat(orphan.isAlive()).isFalse();
        EmbeddedDatabase.start(settings).close();
    }

    @Test
    void aNumberThatWasGivenToAnotherProgramIsLeftAlone() throws Exception {
        var innocent = new ProcessBuilder("sleep", "60").start();
        try {
            var data = Files.createDirectories(folder.resolve("postgres"));
            Files.writeString(data.resolve("postmaster.pid"), innocent.pid() + "\n" + data + "\n");
            EmbeddedDatabase.endOrphan(data);
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void kafkasStorageIsFormattedAnewWhereFormattingWasKilled() throws Exception {
        var ports = FreePorts.find(2);
        var data = folder.resolve("kafka");
        Files.createDirectories(data.resolve("log.making"));
        Files.writeString(data.resolve("log.making/bootstrap.checkpoint"), "half");
        Files.createDirectories(data.resolve("log"));
        Files.writeString(data.resolve("log/bootstrap.checkpoint"), "half"); // what a start of before 0.2.0 left
        var settings = new EmbeddedBroker.Settings(
                data, folder.resolve("kafka.log"), ports.get(0), ports.get(1), "test", Map.of(), List.of());
        try (var broker = EmbeddedBroker.start(settings)) {
            assertThat(broker.process().isAlive()).isTrue();
        }
        assertThat(data.resolve("log/meta.properties")).exists();
        assertThat(data.resolve("log.making")).doesNotExist();
    }

    @Test
    void storageThatHoldsRecordsIsNeverFormattedAnew() throws Exception {
        var data = Files.createDirectories(folder.resolve("kafka"));
        var records = Files.createDirectories(data.resolve("log/__cluster_metadata-0"));
        var ports = FreePorts.find(2);
        var settings = new EmbeddedBroker.Settings(
                data, folder.resolve("kafka.log"), ports.get(0), ports.get(1), "test", Map.of(), List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                .hasMessageContaining("Kafka ended while starting");
        assertThat(records).exists();
        assertThat(folder.resolve("kafka.log")).content().contains("holds records but lost its meta.properties");
    }
}
