package fi.rinnalla.service.delivering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text messages over HTTP: {@code POST} of {@code {"id", "to", "text"}} with a bearer token, as operators' gateways take them;
 * a status from 200 to 299 means taken.
 */
class TextMessageCourier implements Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI gateway;
    private final String token;
    private final JsonMapper json;

    TextMessageCourier(URI gateway, String token, JsonMapper json) {
        this.gateway = gateway;
        this.token = token;
        this.json = json;
    }

    @Override
    public boolean carries(Way way) {
        return way == Way.TEXT_MESSAGE;
    }

    @Override
    public void carry(Message message) throws IOException {
        var body = json.writeValueAsString(
                Map.of("id", message.id(), "to", message.to().value(), "text", message.text()));
        var request = HttpRequest.newBuilder(gateway)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IOException("the gateway of text messages answered " + status);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
