package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.EmbeddedBroker;
import fi.rinnalla.local.infrastructure.EmbeddedDatabase;
import fi.rinnalla.local.infrastructure.Ending;
import fi.rinnalla.local.infrastructure.NoRoom;
import fi.rinnalla.local.infrastructure.Supervised;
import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** The whole system: database, broker, identity provider, services, gateway. What compose does with containers. */
public final class LocalSystem implements AutoCloseable {

    public static final List<String> ORGANISATIONS = List.of("sovatek", "jyvaskyla");

    private final Home home;
    private final Ports ports;
    private final Consumer<String> progress;
    private final Map<String, Object> overrides;

    private final App identity;
    private final App session;
    private final App peerExpert;
    private final App feedback;
    private final App gateway;
    private @Nullable EmbeddedDatabase database;
    private @Nullable EmbeddedBroker broker;
    private Secrets secrets = Secrets.NONE;
    private @Nullable String leftOut;

    /** @param overrides settings for all services, for tests that need a quicker clock */
    public LocalSystem(Home home, Ports ports, Consumer<String> progress, Map<String, Object> overrides) {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
        this.overrides = overrides;
        identity = new App("demo-identity", home);
        session = new App("session-service", home);
        peerExpert = new App("peer-expert-service", home);
        feedback = new App("feedback-service", home);
        gateway = new App("gateway", home);
    }

    /** All but one, which somebody runs from their IDE with the settings that {@link #settingsOf} names. */
    LocalSystem without(String app) {
        if (apps().stream().noneMatch(one -> one.name().equals(app))) {
            throw new UserError("There is no service " + app + ". There are: "
                    + String.join(", ", apps().stream().map(App::name).toList()));
        }
        leftOut = app;
        return this;
    }

    /** Where a service that was left out finds its port, its database and what else the others agreed on. */
    Path settingsOf(String app) {
        return home.settingsOf(app);
    }

    private List<App> apps() {
        return Stream.of(identity, session, peerExpert, feedback, gateway)
                .filter(app -> !app.name().equals(leftOut))
                .toList();
    }

    public void start() throws Exception {
        home.claim();
        endLeftovers(home, progress);
        ports.requireFree();
        try {
            home.noteRun(ports.gateway());
            secrets = Secrets.of(home);
            prepareApps();
            startAll();
        } catch (Exception failed) {
            close(); // nothing half started
            throw NoRoom.explain(failed, home.folder());
        }
    }

    /** Every program of it, in the order in which they were started. */
    List<Supervised> programs() {
        var programs = new ArrayList<Supervised>(List.of(database(), broker()));
        programs.addAll(apps());
        return programs;
    }

    private void prepareApps() throws Exception {
        progress.accept("Preparing the services (longer the first time: start-up caches are made)");
        inParallel(apps().stream()
                .<Callable<Object>>map(app -> () -> {
                    app.prepare();
                    return app;
                })
                .toList());
    }

    private void startAll() throws Exception {
        progress.accept("Starting PostgreSQL and Kafka");
        start(identity, ports.identity(), identitySettings());
        start(gateway, ports.gateway(), gatewaySettings());
        // The services need the database; for Kafka they can wait, as they could in use.
        var kafka = new FutureTask<>(() -> EmbeddedBroker.start(brokerSettings(), home::note));
        Thread.ofPlatform().start(kafka);
        database = EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                home.programs(),
                home.data().resolve("postgres"),
                home.logs().resolve("postgresql.log"),
                ports.postgres()));
        progress.accept("Starting the identity provider, the gateway and the services");
        start(session, ports.session(), serviceSettings("session"));
        start(peerExpert, ports.peerExpert(), serviceSettings("peer_expert"));
        start(feedback, ports.feedback(), serviceSettings("feedback"));
        broker = kafka.get();
        letAnalystsRead();
        for (var app : apps()) {
            app.awaitReady();
            progress.accept("  " + app.name() + " is ready");
        }
    }

    private void start(App app, int port, Map<String, Object> settings) throws IOException {
        if (!app.name().equals(leftOut)) {
            app.start(port, settings);
            return;
        }
        var written = new Properties();
        settings.forEach((name, value) -> written.setProperty(name, value.toString()));
        written.setProperty("server.address", "127.0.0.1");
        written.setProperty("server.port", Integer.toString(port)); // not RINNALLA_PORT: a shell's own would win
        PrivateProperties.write(
                written, settingsOf(app.name()), "For " + app.name() + " run by hand: secrets of this machine alone");
    }

    private static void inParallel(List<Callable<Object>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** What a run left that was killed: its programs, and PostgreSQL, which outlives its starter. */
    static void endLeftovers(Home home, Consumer<String> progress) throws IOException, InterruptedException {
        for (var process : home.running()) {
            if (process.pid() != ProcessHandle.current().pid()) {
                progress.accept("Ending process " + process.pid() + ", left by a run that was killed");
                process.destroy();
                Ending.await(process, "A program");
            }
        }
        EmbeddedDatabase.endOrphan(home.data().resolve("postgres"));
    }

    private Map<String, Object> identitySettings() {
        return with(Map.of(
                "spring.profiles.active", "demo",
                "identity.issuer", issuer(),
                "identity.gateway", address(),
                "identity.gateway-secret", secret("gateway")));
    }

    private Map<String, Object> gatewaySettings() {
        return with(Map.of(
                "gateway.session-service",
                "http://127.0.0.1:" + ports.session(),
                "gateway.peer-expert-service",
                "http://127.0.0.1:" + ports.peerExpert(),
                "gateway.feedback-service",
                "http://127.0.0.1:" + ports.feedback(),
                "gateway.public-address",
                address(),
                "gateway.login.issuer",
                issuer(),
                "gateway.login.secret",
                secret("gateway")));
    }

    private Map<String, Object> serviceSettings(String database) {
        var settings = new HashMap<String, Object>(Map.of(
                "RINNALLA_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database,
                "RINNALLA_KAFKA",
                "localhost:" + ports.kafka(),
                "RINNALLA_ISSUER",
                issuer(),
                "RINNALLA_PUBLIC_ADDRESS",
                address(),
                "RINNALLA_RELEASE_EVERY",
                "5s",
                "RINNALLA_MESSAGES_FILE",
                home.data().resolve("messages.jsonl").toString(),
                "rinnalla.passwords.cursors",
                secret("cursors")));
        settings.put("RINNALLA_RELEASE_FIGURES_EVERY", "5s");
        settings.put("RINNALLA_ORGANISATION_FIGURES_FOR", "1s");
        EmbeddedBroker.login("rinnalla", secret("kafka"))
                .forEach((name, value) -> settings.put("spring.kafka.properties." + name, value));
        return with(settings);
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.putAll(overrides);
        return all;
    }

    private EmbeddedBroker.Settings brokerSettings() throws IOException {
        var analysts = new HashMap<String, String>();
        ORGANISATIONS.forEach(slug -> analysts.put(slug, analystPassword(slug)));
        return new EmbeddedBroker.Settings(
                home.data().resolve("kafka"),
                home.logs().resolve("kafka.log"),
                ports.kafka(),
                ports.controller(),
                secret("kafka"),
                analysts,
                List.of(
                        home.mark().option(),
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:aot*=off"));
    }

    /** Each organisation's analyst may read its own topic and nothing else. */
    private void letAnalystsRead() {
        var settings = new HashMap<String, Object>(EmbeddedBroker.login("rinnalla", secret("kafka")));
        settings.put("bootstrap.servers", "localhost:" + ports.kafka());
        try (var admin = Admin.create(settings)) {
            admin.createAcls(ORGANISATIONS.stream()
                            .map(slug -> new AclBinding(
                                    new ResourcePattern(
                                            ResourceType.TOPIC, "organisation." + slug, PatternType.LITERAL),
                                    new AccessControlEntry(
                                            "User:analyst." + slug, "*", AclOperation.READ, AclPermissionType.ALLOW)))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("the analysts' rights could not be set", failed);
        }
    }

    private String secret(String name) {
        return secrets.of(name);
    }

    /** Known to everybody, like the other demo passwords: its reader sees invented people's counts alone. */
    public static String analystPassword(String organisation) {
        return "analyst-" + organisation;
    }

    public String address() {
        return "http://localhost:" + ports.gateway();
    }

    public String issuer() {
        return "http://localhost:" + ports.identity();
    }

    public Ports ports() {
        return ports;
    }

    public App session() {
        return session;
    }

    public App peerExpert() {
        return peerExpert;
    }

    public App feedback() {
        return feedback;
    }

    public App gateway() {
        return gateway;
    }

    public EmbeddedBroker broker() {
        return Objects.requireNonNull(broker);
    }

    public EmbeddedDatabase database() {
        return Objects.requireNonNull(database);
    }

    public String gatewaySecret() {
        return secret("gateway");
    }

    /** Everything ends: first those who ask, then those who answer. */
    @Override
    public void close() throws IOException {
        apps().reversed().forEach(App::stop);
        try {
            for (var app : apps()) {
                app.awaitEnd();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
