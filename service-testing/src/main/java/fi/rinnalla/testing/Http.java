package fi.rinnalla.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls a service over HTTP. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final List<String> headers;

    private Http(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Http at(String base) {
        return new Http(base, List.of());
    }

    public Http bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Http with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Http(base, more);
    }

    public record Answer(int status, HttpResponse<String> raw) {

        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String body() {
            return raw.body();
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        /** The version to send back as If-Match. */
        public String etag() {
            return java.util.Objects.requireNonNull(header("ETag"), raw.body());
        }

        /** The id at the end of Location. */
        public String created() {
            var location = java.util.Objects.requireNonNull(header("Location"), raw.body());
            return location.substring(location.lastIndexOf('/') + 1);
        }

        /** The last part of the problem's type. */
        public String problem() {
            var type = json().path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    public Answer get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    /** A new intention each time. */
    public Answer post(String path, String json) {
        return with("Idempotency-Key", UUID.randomUUID().toString()).postAgain(path, json);
    }

    /** With whatever Idempotency-Key the caller set, or none. */
    public Answer postAgain(String path, String json) {
        return send(
                path,
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer postForm(String path, String form) {
        return send(
                path,
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private Answer send(String path, UnaryOperator<HttpRequest.Builder> how) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = CLIENT.send(how.apply(request).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException failed) {
            throw new java.io.UncheckedIOException(new IOException(base + path, failed));
        }
    }
}
