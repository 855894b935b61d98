package fi.rinnalla.peerexpert;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.TestIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A unit of Sovatek, its coordinator, a professional and two peer experts, made anew for each test. */
public final class World {

    public static final String TERMS = """
            {"compensation": "fee", "cents": 5000, "travelPaid": true, "preparationMinutes": 30, "debriefMinutes": 15,
             "benefitNote": "Kysy TE-toimistosta ennen kuin hyväksyt."}""";

    private static final KafkaEar KAFKA = KafkaEar.onInfrastructure();

    private final Http service;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    public final String unit = "unit-" + mark;
    public final Http coordinator;
    public final Http manager;
    public final Http worker;
    public final Http sari;
    public final Http kimmo;
    public final Http client;
    public final String sariId;
    public final String kimmoId;
    public final String sariName = "Sari " + mark;

    public World(int port) {
        service = Http.at("http://localhost:" + port);
        coordinator = as("kaisa", "coordinator");
        manager = as("jaana", "manager");
        worker = as("mikko", "professional");
        sari = as("sari", "peer-expert");
        kimmo = as("kimmo", "peer-expert");
        client = as("antti", "client");
        sariId = peerExpert("sari", sariName, "trained");
        kimmoId = peerExpert("kimmo", "Kimmo " + mark, "developer-client");
        must(204, coordinator.post("/api/v1/usual-terms", "{\"kind\": \"pair-work\", \"terms\": " + TERMS + "}"));
    }

    /** Somebody of this world alone. */
    public Http as(String name, String... roles) {
        return service.bearing(TestIssuer.token(login(name), "sovatek", roles));
    }

    public String login(String name) {
        return name + "-" + mark;
    }

    public String peerExpert(String name, String called, String level) {
        return created(coordinator.post("/api/v1/peer-experts", """
                {"login": "%s", "name": "%s", "level": "%s"}""".formatted(login(name), called, level)));
    }

    /** Roles are agreed on and somebody is there for support, so that pair work can begin. */
    public void agreedOnRoles(String peer) {
        must(204, coordinator.post("/api/v1/peer-experts/" + peer + "/role-agreement", """
                {"supportContact": "%s", "agreedOn": "2017-09-01"}""".formatted(login("tuki"))));
    }

    public void consents(Http peer, String... fields) {
        for (var field : fields) {
            must(
                    204,
                    peer.post(
                            "/api/v1/peer-experts/me/consents",
                            "{\"field\": \"%s\", \"purpose\": \"pool\"}".formatted(field)));
        }
    }

    public void describes(Http peer, String more) {
        var fields = new TreeMap<>(Map.of(
                "languages", "[\"fi\"]", "roles", "[]", "remote", "false", "faceless", "false", "availability", "[]"));
        var etag = String.valueOf(peer.get("/api/v1/peer-experts/me").header("ETag"));
        var parts = new ArrayList<String>();
        var own = more.replaceAll("\\{[^{}]*}", "");
        fields.forEach((name, value) -> {
            if (!own.contains("\"" + name + "\"")) {
                parts.add("\"" + name + "\": " + value);
            }
        });
        if (!more.isEmpty()) {
            parts.add(more);
        }
        must(
                204,
                peer.with("If-Match", etag)
                        .post("/api/v1/peer-experts/me/profile", "{" + String.join(", ", parts) + "}"));
    }

    /** By hand, on a day to come, with its terms. */
    public String request(String more) {
        return created(coordinator.post(
                "/api/v1/requests",
                "{\"unit\": \"%s\"%s%s%s, \"terms\": %s}"
                        .formatted(
                                unit,
                                more.contains("\"kind\"") ? "" : ", \"kind\": \"co-development\"",
                                more.contains("\"on\"") ? "" : ", \"on\": \"2999-10-31\"",
                                more.isEmpty() ? "" : ", " + more,
                                TERMS)));
    }

    /** Heard from the session-service. */
    public String plannedMeeting(String day, String at) {
        var meeting = UUID.randomUUID().toString();
        say(meeting, 1, "planned", """
                "kind": "one-to-one", "channel": "phone", "plannedOn": "%s", "plannedMinutes": 45, "peerExpertWanted": true, "plannedAt": "%s"
                """.formatted(day, at));
        return meeting;
    }

    public String requestOf(String meeting) {
        return Eventually.get(
                () -> coordinator
                        .get("/api/v1/requests?meeting=" + meeting)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(request -> request.path("id").asString())
                        .findFirst()
                        .orElse(""),
                id -> !id.isEmpty());
    }

    public void say(String meeting, int sequence, String what, String data) {
        KAFKA.say("meeting", meeting, """
                {"specversion": "1.0", "id": "%s", "source": "/session-service", "type": "fi.rinnalla.meeting.%s",
                 "subject": "%s", "time": "2017-10-20T08:00:00Z", "datacontenttype": "application/json",
                 "organisation": "sovatek", "sequence": %d, "epoch": 1, "data": {"unit": "%s", %s}}""".formatted(UUID.randomUUID(), what, meeting, sequence, unit, data));
    }

    public void held(String meeting, int sequence) {
        say(meeting, sequence, "held", """
                "kind": "one-to-one", "channel": "phone", "heldOn": "2017-10-31", "plannedMinutes": 45, "actualMinutes": 60,
                "startedBy": "client", "roles": ["client", "peer-expert"], "closingQuestion": "private"
                """);
    }

    /** @return the invitation's id */
    public String invite(String request, String... peers) {
        return invited(request, "together", peers)
                .at("/invitations/0/invitation")
                .asString();
    }

    public JsonNode invited(String request, String mode, String... peers) {
        return must(200, coordinator.post("/api/v1/requests/" + request + "/invitations", """
                {"peerExperts": ["%s"], "mode": "%s"}""".formatted(
                                String.join("\", \"", peers), mode)))
                .json();
    }

    public String accepted(Http peer, String invitation) {
        return created(peer.post("/api/v1/invitations/" + invitation + "/accept", "{}"));
    }

    /** A task that is done, with its claim in draft. */
    public String doneTask(Http peer, String peerId) {
        var task = accepted(peer, invite(request(""), peerId));
        must(
                204,
                coordinator.post(
                        "/api/v1/assignments/" + task + "/complete", "{\"doneOn\": \"2017-10-31\", \"minutes\": 60}"));
        return task;
    }

    public String claimOf(Http peer, String task) {
        return read(peer, "/api/v1/claims?limit=100")
                .path("items")
                .valueStream()
                .filter(claim -> claim.path("assignment").asString().equals(task))
                .map(claim -> claim.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Everybody whom the coordinator sees in the pool, by id, page after page. */
    public List<String> pool() {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = read(coordinator, "/api/v1/peer-experts?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("items")
                    .valueStream()
                    .map(one -> one.path("id").asString())
                    .forEach(ids::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    public List<String> noticesOf(Http who) {
        return read(who, "/api/v1/notices?limit=100")
                .path("items")
                .valueStream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    public JsonNode read(Http who, String path) {
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
