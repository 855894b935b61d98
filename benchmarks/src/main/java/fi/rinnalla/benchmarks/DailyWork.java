package fi.rinnalla.benchmarks;

import fi.rinnalla.local.run.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * (6) to (8): what a professional waits for all day, one request after the other, with 200 000 meetings in the database.
 * Each 99th percentile stands beside that of the same SQL by pgbench, also one transaction after the other.
 */
final class DailyWork {

    private static final int WARM = 1_000;

    /** A read leaves nothing behind, so it can be asked until the JVM has compiled it: a service reads all day. */
    private static final int WARM_READING_SECONDS = 25;

    private static final int READING_ROUNDS = 8;
    private static final int READS_A_ROUND = 1_000;

    private static final int TIMED = 2_000;
    private static final String DAY = "2017-11-15";

    private final LocalSystem system;
    private final HttpClient http;
    private final List<Measured> lines;
    private String token = "";

    DailyWork(LocalSystem system, HttpClient http, List<Measured> lines) {
        this.system = system;
        this.http = http;
        this.lines = lines;
    }

    void all() throws Exception {
        prepare();
        token = professional();
        var service = "http://127.0.0.1:" + system.ports().session();
        compare(
                "(6) closing a meeting, p99",
                "close.sql",
                n -> request(service + "/api/v1/meetings/" + id(n) + "/hold", n, """
                {"heldOn": "2017-10-31", "actualMinutes": 50, "startedBy": "client", "roles": ["client", "professional"],
                 "closingQuestion": "private"}"""));
        compare(
                "(7) revising a plan, p99",
                "revise.sql",
                n -> request(service + "/api/v1/plans/" + plan(n) + "/revisions", n, """
                {"proposedBy": "client", "reason": "Yhdessä kirjoitettu", "answers": "meeting", "goals": [
                  {"source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."},
                  {"source": "together", "clientWords": "Päiviin rytmi.", "workerWords": "Säännöllinen toiminta."}]}"""));
        compareReading(
                "(8) a professional's day among 40 clients, p99", "day.sql", "/api/v1/meetings?limit=100&day=" + DAY);
    }

    /** 200 000 meetings of 40 professionals; the measured one has 40 clients, each with a meeting on the day. */
    private void prepare() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl("session"), "postgres", "")) {
            for (var statement : Files.readString(script("prepare.sql")).split(";\n")) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static Path script(String name) {
        return Path.of("benchmarks", "daily", name);
    }

    /** Ids as prepare.sql gives them. */
    private static String id(int n) {
        return "00000000-0000-7000-8000-%012x".formatted(n);
    }

    private static String plan(int n) {
        return "00000000-0000-7000-9000-%012x".formatted(n);
    }

    private HttpRequest request(String address, int n, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "daily-" + address.hashCode() + "-" + n)
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Both in turns, round after round, so that whatever else the machine does meets both alike. */
    private void compareReading(String what, String sql, String path) throws Exception {
        var limit = new ArrayList<Double>();
        var waits = new ArrayList<Double>();
        try (var connection = new OneConnection(system.ports().session())) {
            read(connection, path, WARM_READING_SECONDS);
            for (int round = 0; round < READING_ROUNDS; round++) {
                limit.addAll(transactions(sql, READS_A_ROUND));
                read(connection, path, 1);
                for (int n = 0; n < READS_A_ROUND; n++) {
                    waits.add(read(connection, path));
                }
            }
        }
        lines.add(new Measured(what, percentile(waits), "ms", percentile(limit), 3, false));
    }

    private void read(OneConnection connection, String path, int seconds) throws IOException {
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) {
            read(connection, path);
        }
    }

    private double read(OneConnection connection, String path) throws IOException {
        return connection.milliseconds("GET", path, token, "", "");
    }

    private void compare(String what, String sql, IntFunction<HttpRequest> request) throws Exception {
        double limit = database(sql);
        for (int n = 1; n <= WARM; n++) {
            milliseconds(request.apply(n));
        }
        var waits = new ArrayList<Double>();
        for (int n = WARM + 1; n <= WARM + TIMED; n++) {
            waits.add(milliseconds(request.apply(n)));
        }
        lines.add(new Measured(what, percentile(waits), "ms", limit, 3, false));
    }

    private double milliseconds(HttpRequest request) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("The measurement is void: " + answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private double database(String sql) throws Exception {
        transactions(sql, WARM);
        return percentile(transactions(sql, TIMED));
    }

    /** The log of pgbench tells how long each transaction took, in microseconds, in its third column; here in milliseconds. */
    private List<Double> transactions(String sql, int count) throws Exception {
        var folder = Files.createTempDirectory("pgbench");
        Tool.run(List.of(
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
                "1",
                "-t",
                Integer.toString(count),
                "-l",
                "--log-prefix=" + folder + "/log",
                "-f",
                script(sql).toString(),
                "session"));
        var waits = new ArrayList<Double>();
        try (var logs = Files.list(folder)) {
            for (var log : logs.toList()) {
                for (var line : Files.readAllLines(log)) {
                    waits.add(Double.parseDouble(line.split(" ")[2]) / 1000);
                }
            }
        }
        return waits;
    }

    private static double percentile(List<Double> waits) {
        waits.sort(Comparator.naturalOrder());
        return waits.get(waits.size() * 99 / 100);
    }

    /** The organisation's own system, asking to act as a professional. */
    private String professional() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(system.issuer() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "sovatek-system:sovatek-system".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=professional"))
                .build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }
}
