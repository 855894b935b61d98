package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
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
    private static final String LONG = "{\"words\": \"" + "again and ".repeat(500) + "\"}";
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
                var body = exchange.getRequestURI().getPath().endsWith("/long")
                        ? LONG.getBytes(StandardCharsets.UTF_8)
                        : new byte[0];
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
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

    private static final Map<String, String> BROWSER =
            Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", "sv-FI,sv;q=0.9");

    @Test
    void aMistypedAddressIsAPageOfOnesOwnLanguageToAPersonAndAProblemToAProgram() throws Exception {
        var page = send("GET", "/nowhere", BROWSER);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("sv");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-");
        assertThat(page.body()).contains("<html lang=\"sv\">", "Det finns ingenting på den här adressen");
        assertThat(send("GET", "/nowhere?lang=fi", BROWSER).body()).contains("Tässä osoitteessa ei ole mitään");
        assertThat(send("GET", "/nowhere?lang=en", BROWSER).body()).contains("There is nothing at this address");
        assertThat(send("GET", "/nowhere?lang=%ff", BROWSER).statusCode()).isLessThan(500);
        assertThat(send("GET", "/k/a-code/yes?lang=%ff", BROWSER).statusCode()).isLessThan(500);
        // Absent and shut look the same.
        assertThat(send("GET", "/actuator/env", BROWSER).body()).isEqualTo(page.body());
        assertThat(send("GET", "/a/token/deeper", BROWSER).body()).isEqualTo(page.body());

        for (var program : List.of(Map.of("Accept", "application/json"), Map.<String, String>of())) {
            assertThat(send("GET", "/nowhere", program).body()).contains("/problems/not-found");
        }
        var api = send("GET", "/api/v1/nowhere", BROWSER);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    @Test
    void aServiceThatIsAwayIsAPageTooWhereAPersonAsks() throws Exception {
        var away = send("GET", "/k/code", BROWSER);
        assertThat(away.statusCode()).isEqualTo(502);
        assertThat(away.body()).contains("Sidan kan inte visas just nu");
        assertThat(send("GET", "/k/code", Map.of()).body()).contains("/problems/service-unreachable");
    }

    @Test
    void aYesToAnInvitationLeadsThroughTheLoginInTheLanguageOfThePage() throws Exception {
        var opened = send("GET", "/k/a-code/yes?lang=sv", BROWSER);
        assertThat(opened.statusCode()).isEqualTo(302);
        var login = URI.create(opened.headers().firstValue("Location").orElseThrow());
        assertThat(login.getPath()).isEqualTo("/oauth2/authorization/rinnalla");
        var atProvider = send("GET", login.getPath() + "?" + login.getQuery(), Map.of());
        assertThat(atProvider.headers().firstValue("Location").orElseThrow())
                .contains("/oauth2/authorize?", "ui_locales=sv", "code_challenge=")
                .doesNotContain("a-code");
        assertThat(send("GET", "/oauth2/authorization/rinnalla?lang=xx", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("/oauth2/authorize?")
                .doesNotContain("ui_locales");
    }

    @Test
    void aYesWithoutTheFormTokenOrALoginIsNotSentOn() throws Exception {
        var refused = send("POST", "/k/a-code/yes", BROWSER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Sidan är inte längre aktuell", "Öppna sidan på nytt");
        assertThat(send("POST", "/k/a-code/yes", Map.of("X-Form-Token", "of-my-own", "X-XSRF-TOKEN", "of-my-own"))
                        .statusCode())
                .isEqualTo(403);
        var withoutLogin = send(
                "POST",
                "/k/a-code/yes",
                Map.of("X-XSRF-TOKEN", "same", "Cookie", "XSRF-TOKEN=same", "Accept", "text/html"));
        assertThat(withoutLogin.statusCode()).isEqualTo(401);
        assertThat(withoutLogin.body()).contains("Sivu on vanhentunut");
    }

    @Test
    void whatPeopleReadIsPackedForBrowsersThatUnpack() throws Exception {
        var page = send("GET", "/", Map.of());
        var script = page.body().replaceAll("(?s).*<script type=\"module\" src=\"([^\"]+)\".*", "$1");
        for (var address : List.of(script, script.replace("app.js", "style.css"), "/nowhere")) {
            var plain = send("GET", address, BROWSER);
            var packed = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .headers("Accept-Encoding", "gzip", "Accept", "text/html")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding"))
                    .as(address)
                    .hasValue("gzip");
            assertThat(packed.headers().allValues("Vary").toString()).containsIgnoringCase("accept-encoding");
            assertThat(packed.body().length).as(address).isLessThan(plain.body().length() * 2 / 3);
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        }
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/a/long"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding"))
                .as("also what a service gave")
                .hasValue("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(LONG);
        }
    }
}
