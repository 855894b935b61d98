package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.TestIssuer;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A unit of its own for each test, with the people who work there and those who answer. */
public final class World {

    private final Http service;
    public final String unit = "unit-" + UUID.randomUUID().toString().substring(0, 8);
    public final Http coordinator;
    public final Http otherCoordinator;
    public final Http manager;
    public final Http worker;
    public final Http client;
    public final Http peerExpert;
    public final Http anybody;

    public World(int port) {
        service = Http.at("http://localhost:" + port);
        coordinator = as("kaisa", "coordinator");
        otherCoordinator = as("liisa", "coordinator");
        manager = as("jaana", "manager");
        worker = as("mikko", "professional");
        client = as("antti", "client");
        peerExpert = as("sari", "peer-expert");
        anybody = service;
    }

    public Http analyst() {
        return as("aino", "analyst");
    }

    public Http as(String login, String... roles) {
        return service.bearing(TestIssuer.token(login, "sovatek", roles));
    }

    /** What is told of a meeting in week 44 of 2017. */
    public String about(String more) {
        return """
                {"unit": "%s", "week": "2017-W44", "kind": "one-to-one", "channel": "face-to-face", "withPeerExpert": true%s}""".formatted(unit, more);
    }

    /** The path of a link to answer with. */
    public String link(String more) {
        var link = must(200, worker.postAgain("/api/v1/asks", about(more)))
                .json()
                .path("link")
                .asString();
        return link.substring(link.indexOf("/a/"));
    }

    /** Answers by a link, and gives the return code. */
    public String answer(String fields) {
        return code(must(200, anybody.postForm(link(""), fields)));
    }

    public static String code(Http.Answer thanks) {
        var found = java.util.regex.Pattern.compile("(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}")
                .matcher(thanks.body());
        assertThat(found.find()).as(thanks.body()).isTrue();
        return found.group();
    }

    public Http.Answer receipt(String code, String more) {
        return anybody.postForm("/r", "code=" + code + more);
    }

    public static JsonNode read(Http who, String path) {
        return must(200, who.get(path)).json();
    }

    public static String created(Http.Answer answer) {
        return must(201, answer).created();
    }

    public static Http.Answer must(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
