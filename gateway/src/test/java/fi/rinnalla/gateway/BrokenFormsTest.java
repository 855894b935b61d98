package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is no form is the sender's fault, and no reason to wake anybody. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gateway.requests-per-minute=100000", "logging.structured.format.console="})
@ExtendWith(OutputCaptureExtension.class)
class BrokenFormsTest {

    private static final HttpServer service = service();

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpServer service() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
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
        for (var name : List.of("session", "feedback", "peer-expert")) {
            registry.add(
                    "gateway." + name + "-service",
                    () -> "http://localhost:" + service.getAddress().getPort());
        }
    }

    @AfterAll
    static void end() {
        service.stop(0);
    }

    private static final Map<String, String> BODIES = Map.of(
            "no such sign",
            "heard=%zz",
            "no such letters",
            "heard=%ff%fe",
            "no names",
            "=".repeat(100),
            "many fields",
            "a=1&".repeat(5_000),
            "3 MB",
            "a=" + "b".repeat(3_000_000),
            "30 MB",
            "a=" + "b".repeat(30_000_000));

    @Test
    void noFormMakesAFaultOfOurs(CapturedOutput log) throws Exception {
        for (var path :
                List.of("/a/token", "/u/lobby", "/u/lobby/path", "/r", "/i", "/k/code", "/k/code/yes", "/logout")) {
            for (var type : List.of(
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded;charset=nope",
                    "multipart/form-data",
                    "nothing/at all;;")) {
                for (var body : BODIES.entrySet()) {
                    if (body.getValue().length() > 10_000_000 && !path.equals("/r")) {
                        continue; // once is enough for what takes long
                    }
                    assertThat(status(path, type, body.getValue()))
                            .as("%s as %s to %s", body.getKey(), type, path)
                            .isLessThan(500);
                }
            }
        }
        assertThat(log.getOut()).doesNotContain("ERROR", "\tat ");
    }

    @Test
    void noQueryDoesEither(CapturedOutput log) throws Exception {
        for (var path : List.of(
                "/a/token",
                "/k/code/yes",
                "/oauth2/authorization/rinnalla",
                "/login/oauth2/code/rinnalla",
                "/",
                "/nowhere",
                "/api/v1/me")) {
            for (var query : List.of("lang=%ff%fe", "state=%ff&code=1", "a=1&".repeat(1_200))) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?" + query))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + "?" + query).isLessThan(500);
            }
        }
        assertThat(log.getOut()).doesNotContain("ERROR", "\tat ");
    }

    /** Whoever is cut off in the middle of a body that nobody wants has had an answer too. */
    private int status(String path, String type, String body) throws Exception {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException cut) {
            return 0;
        }
    }
}
