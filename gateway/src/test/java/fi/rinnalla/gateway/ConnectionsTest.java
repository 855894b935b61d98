package fi.rinnalla.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever holds connections, or sends a byte now and then, is cut off and takes nobody else's place. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.connections-per-source=20",
            "gateway.request-within=1s",
            "logging.structured.format.console="
        })
class ConnectionsTest {

    private static final HttpServer slow = slow();

    @LocalServerPort
    int port;

    /** Reads what it is sent, and takes longer to answer than a request may take to arrive. */
    private static HttpServer slow() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", exchange -> {
                var body = exchange.getRequestBody().readAllBytes();
                try {
                    Thread.sleep(2500);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
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
                () -> "http://localhost:" + slow.getAddress().getPort());
    }

    @AfterAll
    static void end() {
        slow.stop(0);
    }

    private Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(8_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int letter = socket.getInputStream().read(); letter != '\r' && letter != -1; ) {
            line.append((char) letter);
            letter = socket.getInputStream().read();
        }
        return line.toString();
    }

    /** A byte every 100 ms until the gateway has had enough. */
    private Duration dripUntilCut(String head) throws Exception {
        var from = Instant.now();
        try (var socket = open()) {
            send(socket, head);
            for (int i = 0; i < 100; i++) {
                send(socket, "a");
                Thread.sleep(100);
            }
        } catch (SocketException cut) {
            return Duration.between(from, Instant.now());
        }
        throw new AssertionError("it took it all");
    }

    @Test
    void aSlowBodyIsCutHoweverSteadilyItComes() throws Exception {
        for (var path : new String[] {"/r", "/api/v1/ideas", "/logout"}) {
            assertThat(dripUntilCut("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"))
                    .as(path)
                    .isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void aSlowHeadIsCutToo() throws Exception {
        assertThat(dripUntilCut("GET /r HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
    }

    @Test
    void aRequestThatIsWholeWaitsForItsAnswerAsLongAsThatTakes() throws Exception {
        try (var socket = open()) {
            send(socket, "POST /r HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionMayRestBetweenTwoRequests() throws Exception {
        try (var socket = open()) {
            send(socket, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 ");
            Thread.sleep(2_000);
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            send(socket, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 ");
        }
    }

    @Test
    void oneSourceHoldsOnlySoManyAndOthersComeInBesideIt() throws Exception {
        var held = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 20; i++) {
                var socket = open();
                held.add(socket);
                send(socket, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 ");
            }
            try (var tooMany = open()) {
                send(tooMany, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(firstLine(tooMany)).isEmpty();
            } catch (SocketException cut) {
                assertThat(cut).hasMessageContaining("reset");
            }
            try (var other = new Socket()) {
                other.bind(new InetSocketAddress("127.0.0.2", 0));
                other.connect(new InetSocketAddress("127.0.0.1", port));
                send(other, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(firstLine(other)).isEqualTo("HTTP/1.1 200 ");
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
        var again = "";
        for (var until = Instant.now().plusSeconds(5);
                again.isEmpty() && Instant.now().isBefore(until); ) {
            try (var socket = open()) {
                send(socket, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
                again = firstLine(socket);
            } catch (SocketException stillTooMany) {
                Thread.onSpinWait();
            }
        }
        assertThat(again).as("once it lets go it has room again").isEqualTo("HTTP/1.1 200 ");
    }
}
