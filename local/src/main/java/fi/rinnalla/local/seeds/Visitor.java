package fi.rinnalla.local.seeds;

import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who uses the system through the gateway as a browser does: logs in on the provider's page, keeps cookies, and
 * brings the form token with each change. Works with any provider whose login form has the fields username and password.
 */
public final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_LOGIN_PAGES = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String gateway;
    /** The same request is the same bytes in every run, or its Idempotency-Key would be taken for reused. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    /** By name alone: every process of the system names its cookies differently. */
    private final Map<String, String> cookies = new TreeMap<>();

    private Visitor(String gateway) {
        this.gateway = gateway;
    }

    /** @param body as text; read it as {@link #json()} */
    public record Answer(int status, String body, HttpResponse<String> raw) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public static Visitor unknown(String gateway) {
        return new Visitor(gateway);
    }

    public static Visitor loggedIn(String gateway, String login, String password) {
        var visitor = new Visitor(gateway);
        visitor.logIn(login, password);
        return visitor;
    }

    private void logIn(String login, String password) {
        var page = open("/oauth2/authorization/rinnalla");
        if (!ACTION.matcher(page.body()).find()) {
            throw new UserError("The identity provider showed no login form (status %d).".formatted(page.status()));
        }
        // Some providers ask for the name first and for the password on a second page.
        for (int step = 0; step < MOST_LOGIN_PAGES && page.status() == 200 && isLoginForm(page); step++) {
            page = follow(fillIn(page, login, password));
        }
        if (get("/api/v1/me").status() != 200) {
            throw new UserError("Logging in as %s did not succeed.".formatted(login));
        }
    }

    private static boolean isLoginForm(Answer page) {
        return page.body().contains("name=\"username\"") || page.body().contains("name=\"password\"");
    }

    private Answer fillIn(Answer page, String login, String password) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            return page;
        }
        var fields = new TreeMap<>(Map.of("username", login, "password", password));
        HIDDEN.matcher(page.body()).results().forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
        return send(
                HttpRequest.newBuilder(page.raw().uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** As a browser that opens an address, here or elsewhere, and goes wherever it is sent. */
    public Answer open(String address) {
        return follow(send(get(URI.create(gateway).resolve(address))));
    }

    public Answer get(String path) {
        return send(get(URI.create(gateway + path)));
    }

    /** @param purpose for what something is read that nobody reads without saying so */
    public Answer getFor(String purpose, String path) {
        return send(get(URI.create(gateway + path)).header("Purpose", purpose));
    }

    /** @param key the Idempotency-Key, if the address wants one */
    public Answer post(String path, Object body, @Nullable String key, @Nullable String ifMatch) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofString(body instanceof String text ? text : json.writeValueAsString(body)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    public Answer postForm(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "text/html, */*;q=0.8")
                .GET();
    }

    private Answer follow(Answer answer) {
        for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
            answer = send(get(answer.raw().uri().resolve(answer.header("Location"))));
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';'));
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException failed) {
            throw new UserError("No answer from " + gateway + ": " + failed);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
