package fi.rinnalla.local.infrastructure;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A real Kafka broker (KRaft, one node) as a JVM of its own, with data that stays. Everybody logs in: the services as
 * {@code rinnalla}, who may do everything, an analyst as {@code analyst.<slug>}, who may read the organisation's own topic.
 */
public final class EmbeddedBroker implements Supervised, AutoCloseable {

    private static final String SERVICES = "rinnalla";
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Settings settings;
    private final Consumer<ProcessHandle> launched;
    private Process process;

    private EmbeddedBroker(Settings settings, Consumer<ProcessHandle> launched) throws IOException {
        this.settings = settings;
        this.launched = launched;
        this.process = launch();
    }

    /**
     * @param data       where logs and metadata are kept
     * @param log        where the broker's own words go
     * @param controller port of the controller listener
     * @param password   of the services' login
     * @param analysts   passwords by organisation's slug
     * @param javaOptions further options of the JVM
     */
    public record Settings(
            Path data,
            Path log,
            int port,
            int controller,
            String password,
            Map<String, String> analysts,
            List<String> javaOptions) {}

    public static EmbeddedBroker start(Settings settings) throws IOException, InterruptedException {
        return start(settings, process -> {});
    }

    /** @param launched is told of each process that becomes the broker, before it answers */
    public static EmbeddedBroker start(Settings settings, Consumer<ProcessHandle> launched)
            throws IOException, InterruptedException {
        var broker = new EmbeddedBroker(settings, launched);
        broker.awaitPort();
        return broker;
    }

    private Process launch() throws IOException {
        Files.createDirectories(settings.data());
        var config = settings.data().resolve("server.properties");
        try (var out = Files.newBufferedWriter(config)) {
            properties(settings).store(out, null);
        }
        config.toFile().setReadable(false, false);
        config.toFile().setReadable(true, true);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=quiet-logback.xml"));
        command.addAll(settings.javaOptions());
        command.addAll(List.of(
                "-cp",
                classPath(),
                "fi.rinnalla.local.infrastructure.BrokerProcess",
                Long.toString(ProcessHandle.current().pid())));
        var started = new ProcessBuilder(command)
                .directory(settings.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        launched.accept(started.toHandle());
        return started;
    }

    /** Absolute, because the broker works in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(one -> Path.of(one).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Properties properties(Settings settings) {
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + settings.controller()),
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(settings.port(), settings.controller())),
                Map.entry("advertised.listeners", "CLIENT://localhost:" + settings.port()),
                Map.entry("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.client.plain.sasl.jaas.config", logins(settings)),
                Map.entry("listener.name.controller.plain.sasl.jaas.config", logins(settings)),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + SERVICES),
                Map.entry("log.dirs", "log"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a kill the broker need not wait ten seconds for its own old session.
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "500")));
        return properties;
    }

    private static String logins(Settings settings) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" user_%s=\"%s\"%s;"
                .formatted(
                        SERVICES,
                        settings.password(),
                        SERVICES,
                        settings.password(),
                        settings.analysts().entrySet().stream()
                                .map(analyst ->
                                        " user_analyst.%s=\"%s\"".formatted(analyst.getKey(), analyst.getValue()))
                                .collect(Collectors.joining()));
    }

    private void awaitPort() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive()) {
                throw NoRoom.explain(
                        new IOException("Kafka ended while starting; see " + settings.log()), settings.data());
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException("Kafka did not answer within " + PATIENCE + "; see " + settings.log());
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", settings.port()), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String address() {
        return "localhost:" + settings.port();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** How a service's Kafka client logs in. */
    public Map<String, String> login() {
        return login(SERVICES, settings.password());
    }

    public static Map<String, String> login(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
    }

    /** As a power cut would: nothing is flushed, nobody is told. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitPort();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
