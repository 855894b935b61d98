package fi.rinnalla.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.TestIssuer;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A unit of Sovatek with its people, made anew for each test so that none meets another's records. */
public final class World {

    private final Http service;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    public final String unit = "unit-" + mark;
    public final Http coordinator;
    public final Http manager;
    public final Http worker;
    public final Http client;
    public final String clientLogin = login("antti");
    public final String workerLogin = login("mikko");
    public final String clientId;

    public World(int port) {
        service = Http.at("http://localhost:" + port);
        coordinator = as("kaisa", "coordinator");
        manager = as("marja", "manager");
        worker = as("mikko", "professional");
        client = as("antti", "client");
        must(
                201,
                coordinator.post(
                        "/api/v1/units", "{\"slug\": \"%s\", \"name\": \"Päihdepoliklinikka\"}".formatted(unit)));
        clientId = created(worker.post("/api/v1/clients", """
                {"client": "%s", "unit": "%s", "since": "2017-09-01"}""".formatted(clientLogin, unit)));
    }

    /** Somebody of this world alone. */
    public Http as(String name, String... roles) {
        return service.bearing(TestIssuer.token(login(name), "sovatek", roles));
    }

    public String login(String name) {
        return name + "-" + mark;
    }

    public String meeting(String more) {
        return created(plannedMeeting(more));
    }

    /** @param more fields besides unit, kind, channel, day, minutes and pair; a field given again takes the place of the first */
    public Http.Answer plannedMeeting(String more) {
        return worker.post("/api/v1/meetings", planned(more));
    }

    public String planned(String more) {
        var fields = """
                "unit": "%s", "kind": "one-to-one", "channel": "face-to-face", "plannedOn": "2017-10-31",
                "plannedMinutes": 45, "peerExpertWanted": false""".formatted(unit);
        for (var name : new String[] {"kind", "channel", "plannedOn", "plannedMinutes", "peerExpertWanted"}) {
            if (more.contains("\"" + name + "\"")) {
                fields = fields.replaceAll("\\s*\"" + name + "\": [^,]+,?", "").replaceAll(",$", "");
            }
        }
        return "{" + fields + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    public Http.Answer hold(String meeting, String more) {
        return hold(worker, meeting, more);
    }

    public Http.Answer hold(Http who, String meeting, String more) {
        var etag = coordinator.get("/api/v1/meetings/" + meeting).header("ETag");
        var closing = more.contains("closingQuestion") ? "" : ", \"closingQuestion\": \"private\"";
        var roles = more.contains("roles") || more.contains("participants")
                ? ""
                : ", \"roles\": [\"client\", \"professional\"]";
        var day = more.contains("heldOn") ? "" : "\"heldOn\": \"2017-10-31\", ";
        return who.with("If-Match", String.valueOf(etag))
                .post(
                        "/api/v1/meetings/" + meeting + "/hold",
                        "{" + day + "\"actualMinutes\": 60, \"startedBy\": \"client\"" + closing + roles
                                + (more.isEmpty() ? "" : ", " + more) + "}");
    }

    public String plan() {
        return created(worker.post("/api/v1/plans", "{\"client\": \"%s\"}".formatted(clientId)));
    }

    /** A plan with one goal of the client's own; gives the plan's and the goal's id. */
    public String[] planWithGoal() {
        var plan = plan();
        must(201, worker.with("If-Match", "\"1\"").post("/api/v1/plans/" + plan + "/revisions", """
                {"proposedBy": "client", "reason": "Yhdessä kirjoitettu", "answers": "meeting", "goals": [
                  {"source": "client", "clientWords": "Oma koti.", "workerWords": "Haetaan asuntoa."}]}"""));
        var read =
                client.with("Purpose", "own-plan").get("/api/v1/plans/" + plan).json();
        return new String[] {plan, read.at("/revision/goals/0/id").asString()};
    }

    public String idea(Http who, String more) {
        return created(who.post("/api/v1/ideas", """
                {"unit": "%s", "words": "Aulaan isäntä", "origin": "client", "area": "common-good"%s}""".formatted(unit, more.isEmpty() ? "" : ", " + more)));
    }

    public JsonNode read(Http who, String path) {
        var answer = who.get(path);
        must(200, answer);
        return answer.json();
    }

    public static String created(Http.Answer answer) {
        must(201, answer);
        return answer.created();
    }

    public static Http.Answer must(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
