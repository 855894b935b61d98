package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The gateway in front of services that check nothing at all: with their wall switched off, the gateway's still holds. (The
 * services without a gateway are walked in their own {@code StrangersTest}.)
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayTest {

    private static final List<String> reached = new CopyOnWriteArrayList<>();
    private static final List<String> cookiesSeen = new CopyOnWriteArrayList<>();
    private static final HttpServer trusting = trusting();

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpServer trusting() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
                reached.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                cookiesSeen.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (java.io.IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        var address = "http://localhost:" + trusting.getAddress().getPort();
        registry.add("gateway.session-service", () -> address);
        registry.add("gateway.feedback-service", () -> address);
        registry.add("gateway.peer-expert-service", () -> "http://localhost:1"); // nobody is there
        registry.add("logging.structured.format.console", () -> "");
    }

    @AfterAll
    static void end() {
        trusting.stop(0);
    }

    @BeforeEach
    void forget() {
        reached.clear();
        cookiesSeen.clear();
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void nobodyUnknownReachesAServiceThatWouldLetThemIn() throws Exception {
        for (var path : List.of(
                "/api/v1/meetings", "/api/v1/plans/1", "/api/v1/views/heard", "/api/v1/operations/session/parked")) {
            var answer = send("GET", path, Map.of());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
            assertThat(answer.headers().firstValue("Location"))
                    .as("never a redirect")
                    .isEmpty();
            assertThat(send("GET", path, Map.of("Authorization", "Bearer abc")).statusCode())
                    .isEqualTo(401);
            assertThat(send("POST", path, Map.of("Authorization", "bearer abc")).statusCode())
                    .isEqualTo(401);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void aChangeWithoutTheFormTokenIsRefusedBeforeAnythingElse() throws Exception {
        assertThat(send("POST", "/api/v1/meetings", Map.of()).statusCode()).isIn(401, 403);
        assertThat(send("POST", "/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(reached).isEmpty();
    }

    @Test
    void anAnswerLinkNeedsNoLoginAndCarriesNoCookieEitherWay() throws Exception {
        var answer = send("GET", "/a/token", Map.of("Cookie", "secret=1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(reached).containsExactly("GET /a/token");
        assertThat(cookiesSeen).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whatIsInNoRouteIsNotThere() throws Exception {
        for (var inside : List.of("env", "prometheus", "info", "sbom", "sbom/application")) {
            assertThat(send("GET", "/actuator/" + inside, Map.of()).statusCode())
                    .as(inside)
                    .isEqualTo(404);
        }
        assertThat(send("GET", "/a/token/deeper", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/nowhere", Map.of()).body()).contains("/problems/not-found");
        assertThat(reached).isEmpty();
    }

    @Test
    void thePageIsThereWithAStrictPolicyAndItsPartsMayBeKeptForEver() throws Exception {
        var page = send("GET", "/", Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        var script = page.body().replaceAll("(?s).*<script type=\"module\" src=\"([^\"]+)\".*", "$1");
        var part = send("GET", script, Map.of());
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(part.headers().firstValue("Content-Type").orElse("")).contains("javascript");
    }
}
