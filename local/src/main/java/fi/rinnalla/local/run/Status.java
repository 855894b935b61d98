package fi.rinnalla.local.run;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells what runs. Ends with 0 if everything is ready, else with 1. */
@Command(name = "status", description = "Tell what runs and what does not.", mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        var home = Home.here();
        if (!home.isRunning()) {
            System.out.println("Rinnalla is not running. Start it: ./rinnalla up");
            return 1;
        }
        var ports = new Ports(home.port().orElse(Ports.DEFAULT));
        boolean all = true;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var app : List.of(
                    Map.entry("gateway", ports.gateway()),
                    Map.entry("demo-identity", ports.identity()),
                    Map.entry("session-service", ports.session()),
                    Map.entry("peer-expert-service", ports.peerExpert()),
                    Map.entry("feedback-service", ports.feedback()))) {
                boolean ready = App.isReady(client, app.getValue());
                all &= ready;
                System.out.printf("%-20s port %-6d %s%n", app.getKey(), app.getValue(), ready ? "ready" : "not ready");
            }
        }
        System.out.printf("%-20s port %-6d%n%-20s port %-6d%n", "postgresql", ports.postgres(), "kafka", ports.kafka());
        return all ? 0 : 1;
    }
}
