package fi.rinnalla.peerexpert;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.OpenApi;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.WhoMay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every operation of the OpenAPI document, sent as each kind of person; an operation without a row fails. */
@RealService
class WhoMayTest {

    static final Path DOCUMENT = Path.of("src/main/resources/static/openapi/peer-expert-service.json");

    private static final Map<String, String> PEOPLE = Map.of(
            "coordinator",
            "coordinator",
            "manager",
            "manager",
            "analyst",
            "analyst",
            "operator",
            "operator",
            "worker",
            "professional",
            "other-worker",
            "professional",
            "client",
            "client",
            "other-client",
            "client",
            "peer-expert",
            "peer-expert",
            "other-peer-expert",
            "peer-expert");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    private WhoMay whoMay() {
        return new WhoMay(port, PEOPLE, () -> new Scene(new World(port)));
    }

    @TestFactory
    Stream<DynamicTest> everyOperation() throws Exception {
        var document = OpenApi.checked(Http.at("http://localhost:" + port), service, DOCUMENT);
        var operations = WhoMay.operations(document).toList();
        assertThat(operations).hasSizeGreaterThan(60);
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> whoMay().check(operation)));
    }

    @Test
    void anOperationWithoutARowFails() {
        var book = OpenApi.book();
        book.remove("GET /api/v1/claims");
        assertThatThrownBy(() -> OpenApi.derived(Http.at("http://localhost:" + port), service, book))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/claims");
    }

    /** Sari is the peer expert, Kimmo the other; Sari's affairs concern nobody else. */
    private static final class Scene extends WhoMay.Scene {

        private final World world;

        Scene(World world) {
            this.world = world;
        }

        @Override
        public Http as(String person) {
            return switch (person) {
                case "coordinator" -> world.coordinator;
                case "manager" -> world.manager;
                case "worker" -> world.worker;
                case "client" -> world.client;
                case "peer-expert" -> world.sari;
                case "other-peer-expert" -> world.kimmo;
                default -> world.as(person, requireNonNull(PEOPLE.get(person)));
            };
        }

        @Override
        protected Http readerOf(String path) {
            return path.startsWith("/api/v1/peer-experts/me") || path.startsWith("/api/v1/claims")
                    ? world.sari
                    : world.coordinator;
        }

        @Override
        public List<String> ownAffairs() {
            return List.of(world.sariName, world.sariId, world.login("sari"));
        }

        @Override
        protected String make(String name) {
            return switch (name) {
                case "unit" -> world.unit;
                case "login" ->
                    world.login("uusi-" + UUID.randomUUID().toString().substring(0, 8));
                case "worker-login" -> world.login("mikko");
                case "support-login" -> world.login("tuki");
                case "peer" -> world.sariId;
                case "other-peer" -> world.kimmoId;
                case "peer-telling" -> {
                    must(204, world.sari.post("/api/v1/peer-experts/me/experience", "{\"themes\": [\"päihteet\"]}"));
                    world.consents(world.sari, "experience");
                    yield world.sariId;
                }
                case "story" ->
                    created(world.sari.post("/api/v1/peer-experts/me/stories", "{\"title\": \"Tie Soskuun\"}"));
                case "asking" ->
                    created(world.coordinator.post(
                            "/api/v1/askings", "{\"client\": \"%s\"}".formatted(world.login("antti"))));
                case "request" -> world.request("");
                case "request-pair" -> {
                    world.agreedOnRoles(world.sariId);
                    yield world.request(
                            "\"kind\": \"pair-work\", \"workers\": [\"%s\"]".formatted(world.login("mikko")));
                }
                case "invitation" -> world.invite(world.request(""), world.sariId);
                case "invitation-asked" -> {
                    var invitation = world.invite(world.request(""), world.sariId);
                    must(
                            204,
                            world.sari.post(
                                    "/api/v1/invitations/" + invitation + "/question", "{\"words\": \"Missä?\"}"));
                    yield invitation;
                }
                case "assignment" -> world.accepted(world.sari, world.invite(of("request-pair"), world.sariId));
                case "assignment-alone" -> world.accepted(world.sari, world.invite(world.request(""), world.sariId));
                case "assignment-done" -> {
                    var task = of("assignment");
                    must(
                            204,
                            world.coordinator.post(
                                    "/api/v1/assignments/" + task + "/complete",
                                    "{\"doneOn\": \"2017-10-31\", \"minutes\": 60}"));
                    yield task;
                }
                case "assignment-moved" -> movedTask();
                case "plan" -> {
                    world.request("\"on\": \"2999-03-02\"");
                    yield created(world.coordinator.post(
                            "/api/v1/batch-plans", "{\"from\": \"2999-03-02\", \"until\": \"2999-03-02\"}"));
                }
                case "item-request" -> item().path("request").asString();
                case "item-peer" -> item().path("peerExpert").asString();
                case "claim" -> world.claimOf(world.sari, world.doneTask(world.sari, world.sariId));
                case "claim-submitted" -> claim(1);
                case "claim-asked" -> {
                    var claim = claim(1);
                    must(
                            204,
                            world.coordinator.post(
                                    "/api/v1/claims/" + claim + "/question", "{\"words\": \"Mikä kuitti?\"}"));
                    yield claim;
                }
                case "claim-approved" -> claim(2);
                case "claim-sent" -> {
                    var claim = claim(2);
                    must(201, world.coordinator.post("/api/v1/payroll/batches", ""));
                    yield claim;
                }
                case "batch" -> {
                    claim(2);
                    yield created(world.coordinator.post("/api/v1/payroll/batches", ""));
                }
                case "receipt" ->
                    created(world.sari.post(
                            "/api/v1/claims/" + of("claim-submitted") + "/receipts",
                            "{\"mediaType\": \"image/png\", \"content\": \"iVBORw0KGgo=\"}"));
                case "notice" -> {
                    of("invitation");
                    yield world.read(world.sari, "/api/v1/notices")
                            .at("/items/0/id")
                            .asString();
                }
                case "programme" -> created(world.coordinator.post("/api/v1/training-programmes", """
                        {"name": "Kokemusasiantuntijakoulutus", "content": {"days": 1, "validMonths": 24, "designers": ["kuusi asiakasta"]}}"""));
                case "course" -> created(world.coordinator.post("/api/v1/courses", filled("""
                        {"programme": "{programme}", "teacher": "opettaja", "peerTrainer": "{other-peer}", "days": ["2017-09-11"]}""")));
                case "course-attended" -> {
                    var course = of("course");
                    must(
                            201,
                            world.coordinator.post(
                                    "/api/v1/courses/" + course + "/enrolments",
                                    "{\"peerExpert\": \"%s\"}".formatted(world.sariId)));
                    must(204, world.coordinator.post("/api/v1/courses/" + course + "/attendance", """
                            {"day": "2017-09-11", "peerExperts": ["%s"], "workers": []}""".formatted(
                                    world.sariId)));
                    yield course;
                }
                case "peer-supervised" -> {
                    must(
                            204,
                            world.coordinator.post(
                                    "/api/v1/peer-experts/" + world.sariId + "/supervision",
                                    """
                            {"supervisor": "%s", "everyWeeks": 4, "since": "2017-09-01"}""".formatted(world.login("mikko"))));
                    yield world.sariId;
                }
                case "shift" -> created(world.coordinator.post("/api/v1/shifts", """
                        {"unit": "%s", "role": "Aulaisäntä", "on": "2999-11-06", "at": "09:00", "minutes": 120, "places": 5,
                         "criteria": "Halu olla paikalla."}""".formatted(world.unit)));
                case "id" -> UUID.randomUUID().toString();
                case "view" -> "none";
                default -> throw new IllegalArgumentException("nothing is called " + name);
            };
        }

        private tools.jackson.databind.JsonNode item() {
            return world.read(world.coordinator, "/api/v1/batch-plans/" + of("plan"))
                    .at("/items/0");
        }

        private String claim(int steps) {
            var claim = world.claimOf(world.sari, world.doneTask(world.sari, world.sariId));
            must(204, world.sari.post("/api/v1/claims/" + claim + "/submit", "{}"));
            if (steps > 1) {
                must(204, world.coordinator.post("/api/v1/claims/" + claim + "/approve", "{}"));
            }
            return claim;
        }

        private String movedTask() {
            world.agreedOnRoles(world.sariId);
            var meeting = world.plannedMeeting("2999-05-04", "10:00:00");
            var task = created(world.coordinator.post(
                    "/api/v1/assignments",
                    "{\"request\": \"%s\", \"peerExpert\": \"%s\"}".formatted(world.requestOf(meeting), world.sariId)));
            world.say(meeting, 2, "moved", """
                    "kind": "one-to-one", "plannedOn": "2999-05-05", "plannedMinutes": 45, "movedBy": "client",
                    "reason": "another-time-wished", "plannedAt": "10:00:00"
                    """);
            fi.rinnalla.testing.Eventually.holds(() -> world.read(world.sari, "/api/v1/assignments/" + task)
                    .path("state")
                    .asString()
                    .equals("asked-again"));
            return task;
        }
    }
}
