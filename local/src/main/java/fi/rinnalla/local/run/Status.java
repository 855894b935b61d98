package fi.rinnalla.local.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells what runs and what was started again. Ends with 0 if everything is ready, else with 1. */
@Command(name = "status", description = "Tell what runs and what does not.", mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 2_000;

    @Override
    public Integer call() throws Exception {
        var home = Home.here();
        if (!home.isRunning()) {
            System.out.println("Rinnalla is not running. Start it: ./rinnalla up");
            return 1;
        }
        var ports = new Ports(home.port().orElse(Ports.DEFAULT));
        var restarts = new Restarts(home.restarts());
        boolean all = true;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var program : ports(ports).entrySet()) {
                boolean ready = isReady(client, program.getKey(), program.getValue());
                all &= ready;
                System.out.printf(
                        "%-20s port %-6d %s%s%n",
                        program.getKey(),
                        program.getValue(),
                        ready ? "ready" : "not ready",
                        restarts.of(program.getKey()));
            }
        }
        return all ? 0 : 1;
    }

    private static Map<String, Integer> ports(Ports ports) {
        var all = new LinkedHashMap<String, Integer>();
        all.put("gateway", ports.gateway());
        all.put("demo-identity", ports.identity());
        all.put("session-service", ports.session());
        all.put("peer-expert-service", ports.peerExpert());
        all.put("feedback-service", ports.feedback());
        all.put("postgresql", ports.postgres());
        all.put("kafka", ports.kafka());
        return all;
    }

    private static boolean isReady(HttpClient client, String program, int port) throws InterruptedException {
        return switch (program) {
            case "postgresql", "kafka" -> takesConnections(port);
            default -> App.isReady(client, port);
        };
    }

    private static boolean takesConnections(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
