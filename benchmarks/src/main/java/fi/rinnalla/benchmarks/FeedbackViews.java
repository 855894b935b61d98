package fi.rinnalla.benchmarks;

import fi.rinnalla.local.run.LocalSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** (10) and (11): each view of a year, and the page on which clients answer, at 100 requests a second, one unit after the other. */
final class FeedbackViews {

    private static final int PER_SECOND = 100;
    private static final int SECONDS = 15;
    private static final int WARM_SECONDS = 20;
    private static final double GOAL = 20;
    private static final double ANSWER_PAGE_GOAL = 50;
    /** Seconds that somebody waits before they think that it hangs. */
    private static final double FIRST_GOAL = 10;
    /** Stands for an answer that did not come, in milliseconds. */
    private static final double NEVER = 60_000;

    private final LocalSystem system;
    private final HttpClient http;
    private final List<Measured> lines;
    private final String token;

    FeedbackViews(LocalSystem system, HttpClient http, List<Measured> lines, String token) {
        this.system = system;
        this.http = http;
        this.lines = lines;
        this.token = token;
    }

    void all(int units) throws Exception {
        draw(units);
        first(
                "(10) all indicators of the whole organisation, the first time",
                "/api/v1/exports/indicators?format=json&year=2015");
        view("view heard", "/api/v1/views/heard?year=2016", units);
        view("an indicator", "/api/v1/indicators/sufficient-time?year=2016", units);
        view("an indicator by pair", "/api/v1/indicators/sufficient-time/by/pair?year=2016", units);
        view("an indicator by channel", "/api/v1/indicators/sufficient-time/by/channel?year=2016&by=quarter", units);
        view("opinions", "/api/v1/indicators/heard?year=2016&by=quarter", units);
        view("answers to each question", "/api/v1/views/questions?year=2016", units);
        view("service paths", "/api/v1/views/service-paths?year=2016", units);
        view("all indicators of a unit", "/api/v1/exports/indicators?format=json&year=2016", units);
        view("all indicators of a unit by week", "/api/v1/exports/indicators?format=json&year=2016&by=week", units);
        read(
                "(10) an indicator of the whole organisation, by pair, at 100/s, p99",
                n -> "/api/v1/indicators/sufficient-time/by/pair?year=2016",
                GOAL);
        read(
                "(10) all indicators of the whole organisation at 100/s, p99",
                n -> "/api/v1/exports/indicators?format=json&year=2016",
                GOAL);
        freeze(units);
        view("an indicator whose figures are out", "/api/v1/indicators/sufficient-time?year=2016", units);
        view(
                "all indicators of a unit, whose figures are out",
                "/api/v1/exports/indicators?format=json&year=2016",
                units);
        read(
                "(10) beside other organisations at 100/s, p99",
                n -> "/api/v1/benchmarks/sufficient-time?year=2016",
                GOAL);
        var links = links();
        read("(11) answer page at 100/s, p99", n -> links.get(n % links.size()), ANSWER_PAGE_GOAL);
    }

    /** Counted from all facts of a year, before anything is kept. */
    private void first(String what, String address) throws Exception {
        long begun = System.nanoTime();
        http.send(request(address).GET().build(), BodyHandlers.ofString());
        lines.add(new Measured(what, (System.nanoTime() - begun) / 1e9, "s", 0, FIRST_GOAL, false));
    }

    private void view(String what, String address, int units) throws Exception {
        read("(10) " + what + " at 100/s, p99", n -> address + "&unit=unit-" + n % units, GOAL);
    }

    /** Of each unit eight services in each quarter of three years, with a pain point each. */
    private void draw(int units) throws SQLException {
        write(units, """
                WITH named AS (
                    INSERT INTO path_name (organisation, name, passed) SELECT 'sovatek', 'service ' || n, true FROM generate_series(1, 8) n RETURNING id
                )
                INSERT INTO path_assessed (generation, event, organisation, unit, quarter, service, paths, works, pain_points, times)
                SELECT generation, gen_random_uuid(), 'sovatek', 'unit-' || n, year || '-Q' || quarter, named.id, 8, 5, ARRAY[named.id], ARRAY[5]
                FROM named, generate_series(0, ? - 1) n, generate_series(2015, 2017) AS year, generate_series(1, 4) AS quarter, view_generation
                WHERE view = 'heard' AND live
                """);
    }

    /** As an installation has it four weeks after the last of those years: its figures are out, of every width, each in one version. */
    private void freeze(int units) throws SQLException {
        write(units, """
                INSERT INTO released_figure (organisation, indicator, unit, period, version, n, value, low, high)
                SELECT 'sovatek', indicator, unit, period, 1, 40, 0.5, 0.4, 0.6
                FROM unnest(string_to_array('overruns,sufficient-time,face-to-face,by-phone,by-video,with-peer-expert,doing-together,'
                        || 'closing-question-asked,answer-rate,heard,enough-time', ',')) AS indicator,
                    (SELECT 'unit-' || n AS unit FROM generate_series(0, ? - 1) n UNION ALL SELECT '') units,
                    generate_series(2015, 2017) AS year,
                    LATERAL (SELECT year || '-W' || lpad(n::text, 2, '0') AS period FROM generate_series(1, 52) n
                             UNION ALL SELECT year || '-' || lpad(n::text, 2, '0') FROM generate_series(1, 12) n
                             UNION ALL SELECT year || '-Q' || n FROM generate_series(1, 4) n) periods
                """);
    }

    private void write(int units, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(system.database().jdbcUrl("feedback"), "postgres", "");
                var rows = connection.prepareStatement(sql)) {
            rows.setInt(1, units);
            rows.executeUpdate();
            connection.createStatement().execute("VACUUM ANALYZE path_assessed, released_figure");
        }
    }

    private interface Address {
        String of(int n);
    }

    /** At a fixed pace, whatever the answers take; a wait counts from when the request was due. */
    private void read(String what, Address address, double goal) throws Exception {
        paced(address, WARM_SECONDS);
        var waits = paced(address, SECONDS);
        waits.sort(null);
        lines.add(new Measured(what, waits.get(waits.size() * 99 / 100), "ms", 0, goal, false));
    }

    private List<Double> paced(Address address, int seconds) throws Exception {
        int count = seconds * PER_SECOND;
        var waits = new ConcurrentLinkedQueue<Double>();
        var next = new AtomicInteger();
        var done = new CountDownLatch(count);
        try (var clock = Executors.newScheduledThreadPool(1);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = clock.scheduleAtFixedRate(
                    () -> {
                        int n = next.getAndIncrement();
                        long due = System.nanoTime();
                        if (n < count) {
                            people.execute(() -> {
                                try {
                                    var answer = http.send(
                                            request(address.of(n)).GET().build(), BodyHandlers.ofString());
                                    waits.add(answer.statusCode() == 200 ? (System.nanoTime() - due) / 1e6 : NEVER);
                                } catch (Exception lost) {
                                    waits.add(NEVER);
                                }
                                done.countDown();
                            });
                        }
                    },
                    0,
                    1_000_000 / PER_SECOND,
                    TimeUnit.MICROSECONDS);
            done.await();
            clock.shutdownNow();
        }
        return new ArrayList<>(waits);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + system.ports().feedback() + path));
        return path.startsWith("/api/") ? request.header("Authorization", "Bearer " + token) : request;
    }

    private List<String> links() throws Exception {
        var links = new ArrayList<String>();
        for (int n = 0; n < 50; n++) {
            var answer = http.send(
                    request("/api/v1/asks")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                            {"unit": "unit-%d", "week": "2017-W44", "kind": "one-to-one", "channel": "phone", "withPeerExpert": false}""".formatted(n)))
                            .build(),
                    BodyHandlers.ofString());
            var link = JsonMapper.shared().readTree(answer.body()).path("link").asString();
            links.add(link.substring(link.indexOf("/a/")));
        }
        return links;
    }
}
