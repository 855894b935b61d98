package fi.rinnalla.testing.containers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/** A pull from an engine that is slow, says why it can't, or says nothing: a small server that speaks as engines do. */
class PullTest {

    private static final String IMAGE = "postgres:18";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private HttpServer server;
    private volatile boolean hasImage;

    /** What the engine says while it pulls. */
    private interface Pulling {
        void say(Line line) throws Exception;
    }

    private interface Line {
        void say(String json) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private DockerEngine engine(Duration silence, Pulling pulling) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                var isPull = exchange.getRequestURI().getPath().endsWith("/images/create");
                exchange.sendResponseHeaders(isPull || hasImage ? 200 : 404, 0);
                var out = exchange.getResponseBody();
                if (isPull) {
                    pulling.say(json -> {
                        out.write((json + "\r\n").getBytes(StandardCharsets.UTF_8));
                        out.flush();
                    });
                    hasImage = true;
                } else {
                    out.write("{}".getBytes(StandardCharsets.UTF_8));
                }
            } catch (Exception theOtherWentAway) {
                // as an engine would
            }
        });
        var address = URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
        return new DockerEngine(
                DockerClientImpl.getInstance(
                        DefaultDockerClientConfig.createDefaultConfigBuilder()
                                .withDockerHost(address.toString())
                                .build(),
                        new ZerodepDockerHttpClient.Builder()
                                .dockerHost(address)
                                .build()),
                silence);
    }

    @Test
    void aSlowPullMayTakeItsTimeWhileSomethingIsHeard() {
        var engine = engine(Duration.ofSeconds(1), line -> {
            for (int part = 0; part < 12; part++) {
                line.say("{\"status\": \"Downloading\", \"id\": \"%d\"}".formatted(part));
                Thread.sleep(250); // longer than the permitted silence in all, shorter each
            }
            line.say("{\"status\": \"Status: Downloaded newer image\"}");
        });
        assertThatCode(() -> engine.pull(IMAGE)).doesNotThrowAnyException();
    }

    @Test
    void whatTheEngineSaysIsSaid() {
        for (var reason : List.of("no space left on device", "toomanyrequests: you have reached your limit")) {
            var engine = engine(
                    Duration.ofSeconds(20),
                    line -> line.say(
                            "{\"errorDetail\": {\"message\": \"%s\"}, \"error\": \"%s\"}".formatted(reason, reason)));
            assertThatThrownBy(() -> engine.pull(IMAGE))
                    .isInstanceOf(Engine.NotUsable.class)
                    .hasMessageContaining(IMAGE)
                    .hasMessageContaining(reason);
            server.removeContext("/");
        }
    }

    @Test
    void aPullThatSaysNothingMoreIsLeft() {
        var engine = engine(Duration.ofSeconds(1), line -> {
            line.say("{\"status\": \"Pulling from library/postgres\"}");
            testIsOver.await();
        });
        assertThatThrownBy(() -> engine.pull(IMAGE))
                .isInstanceOf(Engine.NotUsable.class)
                .hasMessageContaining("nothing was heard for 1 s");
    }
}
