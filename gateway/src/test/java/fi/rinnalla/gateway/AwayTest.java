package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that takes requests and answers none, as one that was stopped in its tracks. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.structured.format.console=")
class AwayTest {

    private static final CountDownLatch goesOn = new CountDownLatch(1);
    private static final HttpServer stopped = stopped();

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpServer stopped() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try {
                    goesOn.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add(
                "gateway.feedback-service",
                () -> "http://localhost:" + stopped.getAddress().getPort());
    }

    @AfterAll
    static void end() {
        stopped.stop(0);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    @Test
    void nobodyWaitsLongAndAfterThreeNobodyWaitsAtAllUntilItIsBack() throws Exception {
        var start = Instant.now();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = asking
                    .invokeAll(IntStream.range(0, 3)
                            .mapToObj(i -> (java.util.concurrent.Callable<Integer>)
                                    () -> get("/a/token").statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(502);
        }
        assertThat(since(start)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));

        var known = Instant.now();
        var away = get("/a/token");
        assertThat(since(known)).isLessThan(Duration.ofSeconds(1));
        assertThat(away.statusCode()).isEqualTo(502);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(away.body()).contains("/problems/service-unreachable");

        goesOn.countDown();
        var status = 502;
        while (status == 502 && since(known).compareTo(Duration.ofSeconds(15)) < 0) {
            Thread.sleep(100);
            status = get("/a/token").statusCode();
        }
        assertThat(status).as("it is asked again, by itself").isEqualTo(204);
    }
}
