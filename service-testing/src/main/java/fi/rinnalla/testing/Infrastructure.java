package fi.rinnalla.testing;

import fi.rinnalla.local.infrastructure.EmbeddedBroker;
import fi.rinnalla.local.infrastructure.EmbeddedDatabase;
import fi.rinnalla.local.infrastructure.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL and Kafka for the tests of one JVM: containers where an engine answers, has the images and can start them,
 * the embedded parts otherwise. Which one it is stands in the test's output.
 */
public abstract class Infrastructure {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

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
        var inContainers = containersCanBeUsed();
        System.out.println("Tests run on PostgreSQL and Kafka "
                + (inContainers ? "in containers (Testcontainers)" : "embedded (no container engine with the images)"));
        try {
            return inContainers ? new InContainers() : new Embedded();
        } catch (Exception failed) {
            throw new IllegalStateException("the tests' infrastructure did not start", failed);
        }
    }

    /** A reachable engine alone proves nothing: the images must be there, and one of them must start. */
    private static boolean containersCanBeUsed() {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return false;
            }
            var docker = DockerClientFactory.instance().client();
            for (var image : List.of(POSTGRES_IMAGE, KAFKA_IMAGE)) {
                docker.inspectImageCmd(image).exec();
            }
            var probe = docker.createContainerCmd(POSTGRES_IMAGE)
                    .withCmd("true")
                    .withEntrypoint("true")
                    .exec();
            try {
                docker.startContainerCmd(probe.getId()).exec();
            } finally {
                docker.removeContainerCmd(probe.getId()).withForce(true).exec();
            }
            return true;
        } catch (RuntimeException notHere) {
            return false;
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

        @Override
        public Optional<EmbeddedBroker> broker() {
            return Optional.of(broker);
        }
    }

    private static final class InContainers extends Infrastructure {

        private final PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES_IMAGE)
                .withUsername("postgres")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
        private final KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);

        InContainers() throws Exception {
            postgres.start();
            kafka.start();
            try (var script = Infrastructure.class.getResourceAsStream("/databases.sql");
                    var admin = admin(postgres.getDatabaseName())) {
                var sql = new String(java.util.Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
                for (var statement : sql.replaceAll("(?m)^--.*$", "").split(";")) {
                    if (!statement.isBlank()) {
                        admin.createStatement().execute(statement);
                    }
                }
            }
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

        @Override
        public Optional<EmbeddedBroker> broker() {
            return Optional.empty();
        }
    }

    /** The broker itself, for tests that stop it; only where it is embedded. */
    public abstract Optional<EmbeddedBroker> broker();
}
