package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Eight ports in a row, beginning with the gateway's. */
public record Ports(int gateway) {

    public static final int DEFAULT = 8080;

    public int identity() {
        return gateway + 1;
    }

    public int session() {
        return gateway + 2;
    }

    public int peerExpert() {
        return gateway + 3;
    }

    public int feedback() {
        return gateway + 4;
    }

    public int postgres() {
        return gateway + 5;
    }

    public int kafka() {
        return gateway + 6;
    }

    public int controller() {
        return gateway + 7;
    }

    private Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("the gateway", gateway);
        all.put("the identity provider", identity());
        all.put("session-service", session());
        all.put("peer-expert-service", peerExpert());
        all.put("feedback-service", feedback());
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", controller());
        return all;
    }

    void requireFree() {
        all().forEach((whose, port) -> {
            if (port < 1 || port > 65_535) {
                throw new UserError("Port " + port + " does not exist. Choose a first port from 1024 to 65528.");
            }
            if (!isFree(port)) {
                throw new UserError(
                        ("Port %d, which %s would use, is taken by another program. Free it, or choose eight other"
                                        + " ports in a row: ./rinnalla up --port 18080")
                                .formatted(port, whose));
            }
        });
    }

    private static boolean isFree(int port) {
        for (var address : new String[] {"127.0.0.1", "0.0.0.0"}) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
