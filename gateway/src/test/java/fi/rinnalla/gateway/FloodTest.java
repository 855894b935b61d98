package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What is refused, or answered before anybody has logged in, is counted like all else. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gateway.requests-per-minute=30", "logging.structured.format.console="})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class FloodTest {

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth2/authorization/rinnalla, none, 302",
        "/login/oauth2/code/rinnalla?code=1&state=1, none, 302",
        "/api/v1/meetings, Bearer forged, 401",
        "/api/v1/meetings, none, 401",
        "/, none, 200",
        "/nowhere, none, 404"
    })
    void eachIsStoppedOnceItIsTooMany(String path, String authorization, int first) throws Exception {
        var statuses = IntStream.range(0, 80)
                .mapToObj(i -> {
                    try {
                        return get(path, "Authorization", authorization).statusCode();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .toList();
        assertThat(statuses.getFirst()).isEqualTo(first);
        assertThat(statuses).containsOnly(first, 429);
        assertThat(statuses.stream().filter(status -> status == 429).count()).isGreaterThan(30);
    }

    @Test
    void aPersonIsToldOnAPageHowToGoOn() throws Exception {
        HttpResponse<String> last = get("/");
        for (int i = 0; i < 60; i++) {
            last = get("/", "Accept", "text/html", "Accept-Language", "sv");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("<html lang=\"sv\">");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.headers().firstValue("RateLimit-Remaining")).hasValue("0");
    }
}
