package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One of this machine's addresses is the named proxy's, the other one is anybody's. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.requests-per-minute=30",
            "gateway.trusted-proxies=127.0.0.2/32,10.20.0.0/16",
            "gateway.public-address=https://rinnalla.example",
            "logging.structured.format.console="
        })
class ProxyTest {

    private static final String PROXY = "127.0.0.2";

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String from, String client, String path) throws Exception {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .headers("X-Forwarded-For", client, "X-Forwarded-Proto", "https")
                            .headers("X-Forwarded-Host", "evil.example")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void clientsBehindANamedProxyHaveAMeasureEach() throws Exception {
        for (int i = 0; i < 40; i++) {
            get(PROXY, "203.0.113.7", "/nowhere");
        }
        assertThat(get(PROXY, "203.0.113.7", "/nowhere").statusCode()).isEqualTo(429);
        assertThat(get(PROXY, "192.0.2.1, 203.0.113.7", "/nowhere").statusCode())
                .as("what the client itself put before")
                .isEqualTo(429);
        assertThat(get(PROXY, "203.0.113.7, 10.20.1.1", "/nowhere").statusCode())
                .as("through two of ours")
                .isEqualTo(429);
        assertThat(get(PROXY, "203.0.113.8", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseIsBelievedWhoTheyAre() throws Exception {
        for (int i = 0; i < 40; i++) {
            get("127.0.0.3", "198.51.100." + i, "/nowhere");
        }
        assertThat(get("127.0.0.3", "198.51.100.200", "/nowhere").statusCode()).isEqualTo(429);
    }

    @Test
    void whatCameByHttpsStaysThere() throws Exception {
        for (var path : List.of("/", "/r")) {
            assertThat(get(PROXY, "203.0.113.9", path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .isPresent();
            assertThat(get("127.0.0.1", "203.0.113.9", path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void aLoginComesBackToThePublicAddressWhateverHostWasAskedFor() throws Exception {
        for (var from : List.of(PROXY, "127.0.0.1")) {
            assertThat(get(from, "203.0.113.10", "/oauth2/authorization/rinnalla")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .contains("redirect_uri=https://rinnalla.example/login/oauth2/code/rinnalla")
                    .doesNotContain("127.0.0.1", "evil");
        }
    }

    @Test
    void thePageSaysWhatItMayDo() throws Exception {
        var page = get(PROXY, "203.0.113.11", "/").headers();
        assertThat(page.firstValue("Content-Security-Policy").orElse("")).contains("form-action 'self'");
        assertThat(page.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.firstValue("Permissions-Policy").orElse("")).contains("geolocation=()");
        assertThat(page.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    }

    @Test
    void aProxyIsNamedAsANetworkOrNothingStarts() {
        assertThatThrownBy(() -> BehindProxies.networks(List.of("10.0.0.1"))).hasMessageContaining("10.0.0.1");
    }
}
