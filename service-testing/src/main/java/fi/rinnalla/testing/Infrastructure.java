package fi.rinnalla.testing;

import fi.rinnalla.local.infrastructure.EmbeddedBroker;
import fi.rinnalla.local.infrastructure.EmbeddedDatabase;
import fi.rinnalla.local.infrastructure.FreePorts;
import fi.rinnalla.testing.containers.Containers;
import fi.rinnalla.testing.containers.Images;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * PostgreSQL and Kafka for the tests of one JVM: in containers where they can be had ({@link Containers}), the embedded
 * parts otherwise. Which one it is, and why, stands in the test's output. Services are told where they are by
 * {@link RealInfrastructure}.
 */
public abstract class Infrastructure {

    private static final class Holder {
        static final Infrastructure ONE = choose();
    }

    /** Started at the first call, ended with the JVM. */
    public static Infrastructure running() {
        return Holder.ONE;
    }

    /** To a database of the services' names, as superuser. */
    public Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), superuser(), superuserPassword());
    }

    public abstract String jdbcUrl(String database);

    public abstract String kafka();

    /** What a Kafka client needs besides the address. */
    public abstract Map<String, String> kafkaLogin();

    abstract String superuser();

    abstract String superuserPassword();

    private static Infrastructure choose() {
        var postgres = Images.of("postgres");
        var kafka = Images.of("kafka");
        var obstacle = Containers.obstacle(postgres, kafka);
        System.out.println("Tests run on PostgreSQL and Kafka "
                + obstacle.map(why -> "embedded: " + why)
                        .orElseGet(() -> "in containers (Testcontainers): %s, %s".formatted(postgres, kafka)));
        try {
            return obstacle.isPresent() ? new Embedded() : new InContainers(postgres, kafka);
        } catch (Exception failed) {
            throw new IllegalStateException("the tests' infrastructure did not start", failed);
        }
    }

    private static final class Embedded extends Infrastructure {

        /** Unpacked once for the tests of all modules. */
        private static final Path PROGRAMS =
                Path.of("..", "local", "target", "programs").toAbsolutePath().normalize();

        private final EmbeddedDatabase database;
        private final EmbeddedBroker broker;

        Embedded() throws Exception {
            var home = Files.createTempDirectory("rinnalla-test");
            var ports = FreePorts.find(3);
            database = EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                    PROGRAMS, home.resolve("postgres"), home.resolve("postgresql.log"), ports.get(2)));
            broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(
                    home.resolve("kafka"),
                    home.resolve("kafka.log"),
                    ports.get(0),
                    ports.get(1),
                    "test",
                    Map.of("sovatek", "test", "jyvaskyla", "test"),
                    List.of("-XX:TieredStopAtLevel=1")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    broker.kill();
                    database.close();
                } catch (Exception atTheEnd) {
                    // the JVM ends anyway
                }
            }));
        }

        @Override
        public String jdbcUrl(String name) {
            return database.jdbcUrl(name);
        }

        @Override
        public String kafka() {
            return broker.address();
        }

        @Override
        public Map<String, String> kafkaLogin() {
            return broker.login();
        }

        @Override
        String superuser() {
            return "postgres";
        }

        @Override
        String superuserPassword() {
            return "";
        }
    }

    /** Ended by Testcontainers' reaper, after the JVM. */
    private static final class InContainers extends Infrastructure {

        private final PostgreSQLContainer postgres;
        private final KafkaContainer kafka;

        InContainers(DockerImageName postgresImage, DockerImageName kafkaImage) {
            postgres = new PostgreSQLContainer(postgresImage)
                    .withUsername("postgres")
                    .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                    .withCopyFileToContainer(
                            MountableFile.forClasspathResource("/databases.sql"),
                            "/docker-entrypoint-initdb.d/databases.sql")
                    // The library's own command turns fsync off, and every promise about lost records with it.
                    .withCommand("postgres", "-c", "max_connections=120");
            kafka = new KafkaContainer(kafkaImage).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            Startables.deepStart(postgres, kafka).join();
        }

        @Override
        public String jdbcUrl(String name) {
            return "jdbc:postgresql://%s:%d/%s".formatted(postgres.getHost(), postgres.getMappedPort(5432), name);
        }

        @Override
        public String kafka() {
            return kafka.getBootstrapServers();
        }

        @Override
        public Map<String, String> kafkaLogin() {
            return Map.of();
        }

        @Override
        String superuser() {
            return postgres.getUsername();
        }

        @Override
        String superuserPassword() {
            return postgres.getPassword();
        }
    }
}
