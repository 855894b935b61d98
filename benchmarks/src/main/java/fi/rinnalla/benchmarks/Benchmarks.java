package fi.rinnalla.benchmarks;

import static java.util.Objects.requireNonNull;

import fi.rinnalla.local.infrastructure.FreePorts;
import fi.rinnalla.local.run.Home;
import fi.rinnalla.local.run.LocalSystem;
import fi.rinnalla.local.run.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Measures the running system, each part against what the database's or broker's own tool does with the same work. */
final class Benchmarks {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath();
    private static final Path HOME = REPOSITORY.resolve("benchmarks/target/system");
    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 15;
    private static final int BACKLOG = 200_000;
    private static final int MEETINGS = 2_000;
    private static final int EVENTS = 1_000_000;

    private final List<Measured> lines = new ArrayList<>() {
        @Override
        public boolean add(Measured line) {
            System.out.println(line); // so that a long run shows what it has
            return super.add(line);
        }
    };
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway.Init") // each of the runs below starts it first
    private LocalSystem system;

    static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("daily")) {
            new Benchmarks().daily();
        } else if (List.of(arguments).contains("feedback")) {
            new Benchmarks().feedback(arguments.length > 1 ? Integer.parseInt(arguments[1]) : EVENTS);
        } else {
            new Benchmarks().all();
        }
    }

    /** (9) to (13) alone, without releasing figures of those years meanwhile. */
    private void feedback(int events) throws Exception {
        deleteAll(HOME.resolve("data"));
        System.setProperty("rinnalla.jit", "full");
        system = start();
        try {
            new FeedbackWork(system, http, lines, token(), events).all(login());
        } finally {
            system.close();
        }
        Report.write(REPOSITORY.resolve("benchmarks/results/feedback"), lines);
    }

    /** (6) to (8) alone. */
    private void daily() throws Exception {
        deleteAll(HOME.resolve("data"));
        System.setProperty("rinnalla.jit", "full");
        system = start();
        try {
            post(system.address() + "/api/v1/units", "unit", "{\"slug\": \"benchmark\", \"name\": \"Mittaus\"}");
            new DailyWork(system, http, lines).all();
        } finally {
            system.close();
        }
        Report.write(REPOSITORY.resolve("benchmarks/results/daily"), lines);
    }

    private void all() throws Exception {
        deleteAll(HOME.resolve("data"));
        startUp();
        // From here on the services run as in containers, with the whole compiler.
        System.setProperty("rinnalla.jit", "full");
        system = start();
        try {
            // For (4): the database notes when each transaction committed. Never in use: it would tell the order of
            // arrival.
            sql("postgres", "ALTER SYSTEM SET track_commit_timestamp = on");
            system.close();
            system = start();
            token();
            post(system.address() + "/api/v1/units", "unit", "{\"slug\": \"benchmark\", \"name\": \"Mittaus\"}");
            var perSecond = commands();
            visible();
            relay(perSecond);
            view();
            new DailyWork(system, http, lines).all();
        } finally {
            system.close();
        }
        Report.write(REPOSITORY.resolve("benchmarks/results"), lines);
    }

    private LocalSystem start() throws Exception {
        var local = new LocalSystem(
                new Home(REPOSITORY, HOME),
                new Ports(FreePorts.find(1).getFirst() % 20_000 + 20_000),
                line -> {},
                // Figures are let out as often as in an installation.
                Map.of(
                        "gateway.requests-per-minute",
                        100_000_000,
                        "RINNALLA_RELEASE_FIGURES_EVERY",
                        "1h",
                        "RINNALLA_ORGANISATION_FIGURES_FOR",
                        "10s"));
        local.start();
        return local;
    }

    /** (5) The whole from built jars to ready, and what it occupies. */
    private void startUp() throws Exception {
        start().close(); // makes the start-up caches, as building does
        deleteAll(HOME.resolve("data"));
        var first = System.nanoTime();
        var local = start();
        double firstSeconds = (System.nanoTime() - first) / 1e9;
        local.close();
        var second = System.nanoTime();
        local = start();
        double secondSeconds = (System.nanoTime() - second) / 1e9;
        double gibibytes = residentBytes() / Math.pow(2, 30);
        local.close();
        lines.add(new Measured("(5) first start with empty data, without seeds", firstSeconds, "s", 0, 15, false));
        lines.add(new Measured("(5) second start", secondSeconds, "s", 0, 8, false));
        lines.add(new Measured("(5) memory of the whole", gibibytes, "GiB", 0, 1.4, false));
    }

    /** Proportional memory of all child processes and of PostgreSQL: what is shared is counted once. */
    private static double residentBytes() throws IOException {
        var processes = new ArrayList<>(ProcessHandle.current().descendants().toList());
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(HOME + "/data/postgres"))
                .forEach(postmaster -> {
                    processes.add(postmaster);
                    processes.addAll(postmaster.descendants().toList());
                });
        double bytes = 0;
        for (var process : new java.util.HashSet<>(processes)) {
            var smaps = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.isReadable(smaps)) {
                bytes += Files.readAllLines(smaps).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                        .sum();
            }
        }
        return bytes;
    }

    /** (1) Commands a second: the database alone, straight at the service, through the gateway. */
    private double commands() throws Exception {
        var script = REPOSITORY.resolve("benchmarks/command.sql").toString();
        List<String> pgbench = List.of(
                "pgbench",
                "-n",
                "-h",
                "localhost",
                "-p",
                Integer.toString(system.ports().postgres()),
                "-U",
                "session_service",
                "-M",
                "prepared",
                "-c",
                Integer.toString(CONNECTIONS),
                "-j",
                "2",
                "-f",
                script,
                "session");
        Tool.run(with(pgbench, "-T", "3"));
        double limit = Tool.number(Tool.run(with(pgbench, "-T", Integer.toString(SECONDS))), "tps = ([\\d.]+)");
        drained();
        var service = "http://127.0.0.1:" + system.ports().session();
        wrk(service, 20);
        double straight = wrk(service, SECONDS);
        drained();
        wrk(system.address(), 20);
        double through = wrk(system.address(), SECONDS);
        drained();
        lines.add(new Measured("(1) commands straight at the service", straight, "/s", limit, 0.6, true));
        lines.add(new Measured("(1) commands through the gateway", through, "/s", limit, 0.4, true));
        return straight;
    }

    private static List<String> with(List<String> command, String... more) {
        var all = new ArrayList<>(command);
        all.addAll(command.size() - 1, List.of(more));
        return all;
    }

    private double wrk(String address, int seconds) throws Exception {
        var said = Tool.run(List.of(
                "wrk",
                "-t",
                "2",
                "-c",
                Integer.toString(CONNECTIONS),
                "-d",
                seconds + "s",
                "-s",
                REPOSITORY.resolve("benchmarks/command.lua").toString(),
                address,
                "--",
                UUID.randomUUID().toString(),
                token()));
        double requests = Tool.number(said, "RESULT (\\d+) ");
        double errors = Tool.number(said, "RESULT \\d+ (\\d+) ");
        if (errors > 0) {
            throw new IOException("%.0f of %.0f commands failed: the measurement is void".formatted(errors, requests));
        }
        return requests / (Tool.number(said, "RESULT \\d+ \\d+ (\\d+)") / 1e6);
    }

    private void drained() throws Exception {
        while (count("session", "SELECT count(*) FROM outbox") > 0) {
            Thread.sleep(100);
        }
    }

    /** (4) From a command's commit to its event's fact in the view, at 200 commands a second. */
    private void visible() throws Exception {
        closeMeetings("warm", MEETINGS);
        closeMeetings("timed", MEETINGS);
        Thread.sleep(2_000);
        var heldAt = new java.util.HashMap<String, Long>();
        each("session", """
                SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000 FROM meeting WHERE unit = 'timed'
                """, row -> heldAt.put(row.getString(1), row.getLong(2)));
        var eventsOf = new java.util.HashMap<String, String>();
        each(
                "session",
                "SELECT id, subject FROM outbox_sent WHERE type = 'fi.rinnalla.meeting.held'",
                row -> eventsOf.put(row.getString(1), row.getString(2)));
        var waits = new ArrayList<Double>();
        each(
                "feedback",
                "SELECT event, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000 FROM indicator_event WHERE unit = 'timed'",
                row -> waits.add(
                        (row.getLong(2) - requireNonNull(heldAt.get(eventsOf.get(row.getString(1))))) / 1000.0));
        if (waits.size() != MEETINGS) {
            throw new IOException("of " + MEETINGS + " meetings the view shows " + waits.size());
        }
        waits.sort(Comparator.naturalOrder());
        lines.add(new Measured("(4) commit to visible at 200/s, p50", waits.get(waits.size() / 2), "ms", 0, 10, false));
        lines.add(new Measured(
                "(4) commit to visible at 200/s, p99", waits.get(waits.size() * 99 / 100), "ms", 0, 60, false));
    }

    private void closeMeetings(String unit, int count) throws Exception {
        post(system.address() + "/api/v1/units", unit, "{\"slug\": \"%s\", \"name\": \"Mittaus\"}".formatted(unit));
        var service = "http://127.0.0.1:" + system.ports().session();
        var failed = new AtomicInteger();
        try (var clock = Executors.newScheduledThreadPool(2);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new java.util.concurrent.CountDownLatch(count);
            var next = new AtomicInteger();
            var plans = new java.util.concurrent.ConcurrentLinkedQueue<String>();
            for (int i = 0; i < count; i++) {
                plans.add(post(service + "/api/v1/meetings", unit + i, """
                        {"unit": "%s", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45,
                         "peerExpertWanted": false}""".formatted(unit)));
            }
            drained();
            var _ = clock.scheduleAtFixedRate(
                    () -> {
                        int n = next.getAndIncrement();
                        if (n < count) {
                            people.execute(() -> {
                                try {
                                    post(service + plans.poll() + "/hold", unit + "-hold-" + n, """
                                    {"heldOn": "2017-10-31", "actualMinutes": 50, "startedBy": "client", "roles": ["client"],
                                     "closingQuestion": "spoken"}""");
                                } catch (Exception lost) {
                                    failed.incrementAndGet();
                                }
                                done.countDown();
                            });
                        }
                    },
                    0,
                    5,
                    TimeUnit.MILLISECONDS);
            done.await();
            clock.shutdownNow();
        }
        if (failed.get() > 0) {
            throw new IOException(failed + " commands failed: the measurement is void");
        }
    }

    /** (2) Events a second that the relay says while it drains a backlog, against the broker's own producer tool. */
    private void relay(double commandsPerSecond) throws Exception {
        system.session().kill();
        sql("session", """
                INSERT INTO outbox (id, organisation, topic, for_organisation, type, subject, sequence, recorded_at, data)
                SELECT gen_random_uuid(), 'sovatek', 'meeting', true, 'fi.rinnalla.meeting.held', gen_random_uuid()::text, 1, now(),
                       '{"unit":"backlog","kind":"one-to-one","channel":"phone","heldOn":"2017-10-31","plannedMinutes":45,"actualMinutes":50,"startedBy":"client","roles":["client","professional"],"closingQuestion":"spoken"}'
                FROM generate_series(1, %d)""".formatted(BACKLOG));
        system.feedback().kill(); // the drain alone is measured
        system.peerExpert().kill();
        system.session().startAgain();
        long begun = 0;
        long left = BACKLOG;
        long atBegin = BACKLOG;
        while (left > 0) {
            left = count("session", "SELECT count(*) FROM outbox");
            if (begun == 0 && left < BACKLOG * 0.95) {
                begun = System.nanoTime(); // warm
                atBegin = left;
            }
            Thread.sleep(20);
        }
        double events = atBegin / ((System.nanoTime() - begun) / 1e9);
        double limit = Tool.number(
                Tool.java(
                        "org.apache.kafka.tools.ProducerPerformance",
                        List.of(
                                "--topic",
                                "feedback",
                                "--num-records",
                                Integer.toString(BACKLOG),
                                "--record-size",
                                "620",
                                "--throughput",
                                "-1",
                                "--command-config",
                                login().toString(),
                                "--command-property",
                                "bootstrap.servers=localhost:" + system.ports().kafka(),
                                "acks=all",
                                "linger.ms=1",
                                "batch.size=131072",
                                "compression.type=lz4")),
                "([\\d.]+) records/sec");
        lines.add(new Measured(
                "(2) relay drains a backlog, events (each said on two topics)", events, "/s", limit, 0.4, true));
        lines.add(new Measured(
                "(2) drains faster than commands fill, times", events / commandsPerSecond, "×", 0, 4, true));
    }

    /** (3) Events a second that the view takes in, against the broker's own consumer tool on the same topic. */
    private void view() throws Exception {
        double limit = Tool.number(
                Tool.java(
                        "org.apache.kafka.tools.ConsumerPerformance",
                        List.of(
                                "--topic",
                                "meeting",
                                "--num-records",
                                Integer.toString(BACKLOG),
                                "--bootstrap-server",
                                "localhost:" + system.ports().kafka(),
                                "--command-config",
                                login().toString(),
                                "--timeout",
                                "10000")),
                ", \\d+, ([\\d.]+), \\d+, \\d+, [\\d.]+, [\\d.]+");
        long before = count("feedback", "SELECT count(*) FROM indicator_event");
        system.feedback().startAgain();
        long begun = 0;
        long atBegin = 0;
        long taken = 0;
        while (taken < BACKLOG) {
            taken = count("feedback", "SELECT count(*) FROM indicator_event") - before;
            if (begun == 0 && taken > BACKLOG * 0.05) {
                begun = System.nanoTime();
                atBegin = taken;
            }
            Thread.sleep(20);
        }
        double events = (taken - atBegin) / ((System.nanoTime() - begun) / 1e9);
        lines.add(new Measured("(3) events into the view", events, "/s", limit, 0.3, true));
    }

    private Path login() throws IOException {
        var file = Files.createTempFile("login", ".properties");
        Files.write(
                file,
                system.broker().login().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        return file;
    }

    private String post(String address, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "benchmark-" + key)
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElse("");
    }

    private String token = "";
    private long tokenUntil;

    private synchronized String token() throws Exception {
        if (System.nanoTime() > tokenUntil || token.isEmpty()) {
            var request = HttpRequest.newBuilder(URI.create(system.issuer() + "/oauth2/token"))
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    "sovatek-system:sovatek-system".getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            token = json.readTree(http.send(request, BodyHandlers.ofString()).body())
                    .path("access_token")
                    .asString();
            tokenUntil = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        }
        return token;
    }

    private interface Reading {
        void row(java.sql.ResultSet row) throws SQLException;
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(system.database().jdbcUrl(database), "postgres", "");
    }

    private void each(String database, String sql, Reading reading) throws SQLException {
        try (var connection = connection(database);
                var row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                reading.row(row);
            }
        }
    }

    private long count(String database, String sql) throws SQLException {
        var found = new long[1];
        each(database, sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    private void sql(String database, String sql) throws SQLException {
        try (var connection = connection(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
