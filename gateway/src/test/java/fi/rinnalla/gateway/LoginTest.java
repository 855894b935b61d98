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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.catalina.Manager;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A login from its beginning to its end, at a provider that signs as a real one does. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.requests-per-minute=100000",
            "gateway.sessions-per-login=2",
            "gateway.sessions=5",
            "logging.structured.format.console="
        })
class LoginTest {

    private static final Provider provider = new Provider();
    private static final HttpServer service = service();

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext context;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpServer service() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
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
        registry.add("gateway.login.issuer", provider::address);
        registry.add(
                "gateway.peer-expert-service",
                () -> "http://localhost:" + service.getAddress().getPort());
    }

    @AfterAll
    static void end() {
        provider.stop();
        service.stop(0);
    }

    @BeforeEach
    void nobodyIsLoggedIn() {
        for (var session : sessions().findSessions()) {
            session.expire();
        }
        provider.exchanges.clear();
    }

    private Manager sessions() {
        var tomcat = ((TomcatWebServer) java.util.Objects.requireNonNull(context.getWebServer())).getTomcat();
        return ((StandardContext) tomcat.getHost().findChildren()[0]).getManager();
    }

    /** A browser: keeps cookies, and goes where it is told to when asked. */
    private final class Browser {

        final Map<String, String> cookies = new TreeMap<>();
        final Map<String, String> setCookies = new TreeMap<>();

        HttpResponse<String> open(String address) throws Exception {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port).resolve(address))
                    .header("Accept", address.startsWith("/api/") ? "application/json" : "text/html");
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        String.join(
                                "; ",
                                cookies.entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue())
                                        .toList()));
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var name = cookie.substring(0, cookie.indexOf('='));
                setCookies.put(name, cookie);
                if (cookie.contains("Max-Age=0")) {
                    cookies.remove(name);
                } else {
                    cookies.put(name, cookie.substring(name.length() + 1, cookie.indexOf(';')));
                }
            }
            return answer;
        }

        /** Begins a login and gives the address to which the provider would send the browser back. */
        String begin(String address, String login) throws Exception {
            var sent = Provider.form(location(open(address)).getRawQuery());
            return "/login/oauth2/code/rinnalla?state=" + encoded(sent.getOrDefault("state", "")) + "&code="
                    + encoded(sent.getOrDefault("nonce", "") + ":" + login);
        }

        HttpResponse<String> logIn(String login) throws Exception {
            return open(begin("/oauth2/authorization/rinnalla", login));
        }

        int me() throws Exception {
            return open("/api/v1/me").statusCode();
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static URI location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void aLoginThatIsBegunKeepsNothingHereAndOneThatIsEndedASession() throws Exception {
        var browser = new Browser();
        var back = browser.begin("/oauth2/authorization/rinnalla", "sari");
        assertThat(browser.setCookies).containsOnlyKeys("__Host-rinnalla-login", "XSRF-TOKEN");
        assertThat(browser.setCookies.get("__Host-rinnalla-login"))
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600");
        assertThat(browser.setCookies.get("XSRF-TOKEN")).contains("SameSite=Lax");
        assertThat(sessions().getActiveSessions()).isZero();

        assertThat(location(browser.open(back)).getPath()).isEqualTo("/");
        assertThat(browser.me()).isEqualTo(200);
        assertThat(sessions().getActiveSessions()).isEqualTo(1);
        assertThat(browser.cookies).containsKey("__Host-rinnalla").doesNotContainKey("__Host-rinnalla-login");
        assertThat(provider.exchanges)
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/rinnalla")
                        .containsKey("code_verifier"));
    }

    @Test
    void nothingThatAnybodyAsksForMakesASession() throws Exception {
        for (var address : List.of(
                "/oauth2/authorization/rinnalla",
                "/oauth2/authorization/rinnalla?returning&lang=sv",
                "/login/oauth2/code/rinnalla?code=1&state=1",
                "/login/oauth2/code/rinnalla?error=access_denied&state=1",
                "/login/oauth2/code/rinnalla",
                "/k/a-code/yes?lang=sv",
                "/api/v1/me",
                "/logout",
                "/")) {
            new Browser().open(address);
            assertThat(sessions().getActiveSessions()).as(address).isZero();
        }
    }

    @Test
    void aLoginEndsOnThePageThatWantedItAndTheNextOnTheFrontPage() throws Exception {
        var browser = new Browser();
        var login = location(browser.open("/k/a-code/yes?lang=sv"));
        assertThat(login.getPath()).isEqualTo("/oauth2/authorization/rinnalla");
        assertThat(browser.cookies.toString()).doesNotContain("a-code");
        var back = browser.begin(login.toString(), "sari");
        assertThat(location(browser.open(back)).toString()).isEqualTo("/k/a-code/yes?lang=sv");
        assertThat(browser.open("/k/a-code/yes?lang=sv").statusCode())
                .as("the service's own answer")
                .isEqualTo(204);
        assertThat(location(browser.logIn("sari")).toString()).isEqualTo("/");
    }

    /** On a shared machine somebody opens their link and leaves; the next person logs in as themselves. */
    @Test
    void aLoginThatBeganElsewhereForgetsThePage() throws Exception {
        var browser = new Browser();
        location(browser.open("/k/a-code/yes?lang=sv"));
        assertThat(location(browser.logIn("ville")).toString()).isEqualTo("/");
    }

    @Test
    void onlyTheBrowserThatBeganALoginEndsItAndOnlyWithItsState() throws Exception {
        var browser = new Browser();
        var back = browser.begin("/oauth2/authorization/rinnalla", "sari");
        var other = new Browser();
        assertThat(location(other.open(back)).toString()).isEqualTo("/?error");
        other.begin("/oauth2/authorization/rinnalla", "ville");
        assertThat(location(other.open(back)).toString()).isEqualTo("/?error");
        other.cookies.put("__Host-rinnalla-login", "of-my-own");
        assertThat(location(other.open(back)).toString()).isEqualTo("/?error");
        assertThat(other.me()).isEqualTo(401);
        assertThat(provider.exchanges).isEmpty();
        location(browser.open(back));
        assertThat(browser.me()).isEqualTo(200);
    }

    @Test
    void oneLoginHasAFewSessionsAndTheOldestEnds() throws Exception {
        var first = new Browser();
        var second = new Browser();
        var third = new Browser();
        for (var browser : List.of(first, second, third)) {
            browser.logIn("sari");
        }
        assertThat(first.me()).isEqualTo(401);
        assertThat(second.me()).isEqualTo(200);
        assertThat(third.me()).isEqualTo(200);
    }

    @Test
    void whereTooManyAreLoggedInTheNextIsToldToWait() throws Exception {
        var in = new Browser();
        in.logIn("sari");
        for (int i = 0; i < 4; i++) {
            new Browser().logIn("person-" + i);
        }
        var refused = new Browser().logIn("one-too-many");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(in.me()).isEqualTo(200);
    }
}
