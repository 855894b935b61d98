package fi.rinnalla.session;

import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.OpenApi;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Operation by role by relation by organisation, from the OpenAPI document: each example is sent as everybody who may, and is
 * taken; as everybody who may not, and is answered as if it were not there; and from another organisation.
 */
@RealService
class WhoMayTest {

    static final Path DOCUMENT = Path.of("src/main/resources/static/openapi/session-service.json");
    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

    private static final Map<String, String> PEOPLE = new TreeMap<>(Map.of(
            "coordinator", "coordinator", "manager", "manager", "analyst", "analyst", "operator", "operator",
            "worker", "professional", "other-worker", "professional", "client", "client", "other-client", "client",
            "peer-expert", "peer-expert", "other-peer-expert", "peer-expert"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @TestFactory
    Stream<DynamicTest> everyOperation() throws Exception {
        var document = OpenApi.checked(Http.at("http://localhost:" + port), service, DOCUMENT);
        var operations = document.path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(method ->
                        new Operation(method.getKey().toUpperCase(), path.getKey(), method.getValue())))
                .toList();
        assertThat(operations).hasSizeGreaterThan(100);
        return operations.stream().map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check(operation)));
    }

    @Test
    void anOperationWithoutARowFails() {
        var book = OpenApi.book();
        book.remove("GET /api/v1/plans/{plan}");
        assertThatThrownBy(() -> OpenApi.derived(Http.at("http://localhost:" + port), service, book))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/plans/{plan}");
    }

    @Test
    void aRowThatPromisesTooMuchOrTooLittleFails() throws Exception {
        var plan = (ObjectNode) OpenApi.checked(Http.at("http://localhost:" + port), service, DOCUMENT)
                .at("/paths/~1api~1v1~1plans~1{plan}/get");
        for (var wrong : List.of(List.of("worker"), List.of("worker", "client", "coordinator"))) {
            plan.putArray("x-who-may").addAll(wrong.stream().map(StringNode::valueOf).toList());
            assertThatThrownBy(() -> check(new Operation("GET", "/api/v1/plans/{plan}", plan))).isInstanceOf(AssertionError.class);
        }
    }

    private record Operation(String method, String path, JsonNode described) {

        List<String> may() {
            return described.path("x-who-may").valueStream().map(JsonNode::asString).toList();
        }

        boolean isTriedHere() {
            return !described.has("x-tried-by");
        }

        boolean names(String parameter) {
            return StreamSupport.stream(described.path("parameters").spliterator(), false)
                    .anyMatch(one -> one.path("name").asString().equals(parameter));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private void check(Operation operation) {
        assertThat(PEOPLE.keySet()).containsAll(operation.may());
        var shared = new Scene(new World(port));
        for (var person : PEOPLE.keySet()) {
            var refused = operation.described().path("x-refuses").path(person);
            if (!refused.isMissingNode()) {
                assertThat(send(operation, shared, person(shared.world, person)).problem()).isEqualTo(refused.asString());
            } else if (!operation.may().contains(person)) {
                var answer = send(operation, shared, person(shared.world, person));
                assertThat(answer.status()).as("%s may not %s: %s", person, operation, answer.body()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(nothing(operation, shared));
            } else if (operation.isTriedHere()) {
                var scene = operation.method().equals("GET") ? shared : new Scene(new World(port));
                var answer = send(operation, scene, person(scene.world, person));
                assertThat(answer.status()).as("%s may %s: %s", person, operation, answer.body()).isBetween(200, 299);
                if (person.startsWith("other-")) {
                    assertThat(answer.body()).as("%s sees nothing of the client at %s", person, operation)
                            .doesNotContain(scene.world.clientLogin, scene.world.clientId);
                }
            }
        }
        if (operation.isTriedHere()) {
            strangersFindNothing(operation, shared);
        }
    }

    private void strangersFindNothing(Operation operation, Scene scene) {
        var stranger = Http.at("http://localhost:" + port).bearing(TestIssuer.token(
                "stranger", "jyvaskyla", PEOPLE.values().stream().distinct().toArray(String[]::new)));
        var answer = send(operation, scene, stranger);
        if (operation.path().contains("{")) {
            assertThat(answer.status()).as("a stranger at %s: %s", operation, answer.body()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing(operation, scene));
        } else {
            assertThat(answer.body()).as("a stranger at %s", operation).doesNotContain(scene.world.unit, scene.world.clientId);
        }
        var nobody = send(operation, scene, Http.at("http://localhost:" + port));
        assertThat(nobody.status()).as("nobody at %s", operation).isEqualTo(401);
    }

    /** What is said of something that was never there. */
    private String nothing(Operation operation, Scene scene) {
        return scene.world.as("nobody", "gardener").get("/api/v1/meetings/" + UUID.randomUUID()).body();
    }

    private static Http person(World world, String person) {
        return switch (person) {
            case "worker" -> world.worker;
            case "client" -> world.client;
            case "coordinator" -> world.coordinator;
            default -> world.as(person, PEOPLE.get(person));
        };
    }

    private Http.Answer send(Operation operation, Scene scene, Http who) {
        var path = scene.filled(operation.path(), operation.described().path("x-tried-with"));
        var caller = who.with("Purpose", "meeting");
        if (operation.names("If-Match")) {
            caller = caller.with("If-Match", scene.etagOf(path));
        }
        if (operation.method().equals("GET")) {
            return caller.get(path);
        }
        var body = operation.described().at("/requestBody/content/application~1json/example");
        var text = body.isMissingNode() ? "" : scene.filled(body.toString(), operation.described().path("x-tried-with"));
        return operation.names("Idempotency-Key") ? caller.post(path, text) : caller.postAgain(path, text);
    }

    /** The records that examples name, made when they are first named. */
    private static final class Scene {

        final World world;
        private final Map<String, String> made = new TreeMap<>();

        Scene(World world) {
            this.world = world;
        }

        String filled(String text, JsonNode with) {
            return NAME.matcher(text).replaceAll(match -> {
                var name = match.group(1);
                return of(with.path(name).asString(name));
            });
        }

        String etagOf(String path) {
            var whole = Pattern.compile("(/api/v1/[a-z]+/[^/]+).*").matcher(path).replaceAll("$1");
            var reader = whole.startsWith("/api/v1/plans") ? world.worker.with("Purpose", "meeting") : world.coordinator;
            return Optional.ofNullable(reader.get(whole).header("ETag")).orElse("\"0\"");
        }

        String of(String name) {
            var known = made.get(name);
            if (known == null) {
                known = make(name);
                made.put(name, known);
            }
            return known;
        }

        private String make(String name) {
            return switch (name) {
                case "unit" -> world.unit;
                case "unit-2" -> unit();
                case "unit-with-budget" -> {
                    must(204, world.manager.post("/api/v1/units/" + world.unit + "/time-budget", "{\"minutes\": 60}"));
                    yield world.unit;
                }
                case "new-slug" -> "new-" + UUID.randomUUID().toString().substring(0, 12);
                case "activity" -> created(world.coordinator, "/api/v1/activities",
                        "{\"unit\": \"{unit}\", \"name\": \"Cafe Social\", \"startedOn\": \"2017-10-01\"}");
                case "client" -> world.clientId;
                case "commitment" -> created(world.worker, "/api/v1/clients/{client}/commitments",
                        "{\"promise\": \"Soitan\", \"promisedBy\": \"worker\", \"name\": \"Mikko\", \"dueOn\": \"2017-11-10\"}");
                case "commitment-ahead" -> created(world.worker, "/api/v1/clients/{client}/commitments",
                        "{\"promise\": \"Soitan\", \"promisedBy\": \"worker\", \"name\": \"Mikko\", \"dueOn\": \"2999-11-10\"}");
                case "need" -> created(world.worker, "/api/v1/clients/{client}/unmet-needs",
                        "{\"theme\": \"housing\", \"reason\": \"queue\", \"words\": \"Jono\"}");
                case "meeting", "meeting-with-theme" -> meeting(name.endsWith("theme"));
                case "open-meeting" -> world.meeting("\"kind\": \"discussion-cafe\", \"seats\": 30");
                case "note" -> created(world.worker, "/api/v1/meetings/{meeting}/notes", "{\"table\": \"1\", \"words\": \"Isäntä\"}");
                case "theme", "theme-2" -> created(world.worker, "/api/v1/meetings/{meeting}/themes",
                        "{\"name\": \"Aula\", \"notes\": [\"{note}\"]}");
                case "circulating", "circulating-answered" -> created(world.worker, "/api/v1/circulating-meetings",
                        "{\"name\": \"Kierto\", \"agenda\": [\"Miten?\"], \"sites\": [\"{unit}\", \"{unit-2}\"]}");
                case "item" -> item("circulating");
                case "item-answered" -> {
                    var item = item("circulating-answered");
                    for (var site : List.of("unit", "unit-2")) {
                        must(204, world.worker.post(
                                "/api/v1/circulating-meetings/" + of("circulating-answered") + "/answers",
                                "{\"item\": \"%s\", \"site\": \"%s\", \"practice\": \"%s\"}".formatted(item, of(site), site)));
                    }
                    yield item;
                }
                case "plan" -> {
                    var planAndGoal = world.planWithGoal();
                    made.put("goal", planAndGoal[1]);
                    yield planAndGoal[0];
                }
                case "goal" -> {
                    of("plan");
                    yield made.get("goal");
                }
                case "number" -> "1";
                case "proposal" -> World.created(world.client.with("If-Match", "\"2\"").post("/api/v1/plans/" + of("plan") + "/proposals",
                        "{\"reason\": \"Koti\", \"answers\": \"client-wish\", \"goals\": [{\"source\": \"client\", \"words\": \"Oma ovi\"}]}"));
                case "step", "step-paused" -> step(name.endsWith("paused"));
                case "means" -> created(world.worker, "/api/v1/plans/{plan}/means", "{\"words\": \"Puhelut\", \"verdict\": \"tried\"}");
                case "support" -> created(world.worker, "/api/v1/plans/{plan}/supports",
                        "{\"goal\": \"{goal}\", \"kind\": \"transport\", \"state\": \"planned\"}");
                case "service" -> created(world.worker, "/api/v1/plans/{plan}/services",
                        "{\"name\": \"Asumisneuvonta\", \"wantedBy\": \"2017-11-01\"}");
                case "plan-with-prize" -> {
                    step(false);
                    var path = "/api/v1/plans/" + of("plan");
                    var step = of("step");
                    must(204, world.client.post(path + "/steps/" + step + "/coin", "{\"coin\": \"kulta\"}"));
                    must(204, world.client.post(path + "/steps/" + step + "/done", "{\"on\": \"2017-11-06\"}"));
                    yield of("plan");
                }
                case "idea", "idea-2" -> world.idea(world.client, "");
                case "idea-inquiry" -> world.idea(world.client,
                        "\"form\": \"inquiry\", \"inquiry\": {\"question\": \"Miten?\", \"coResearchers\": [\"asiakas\"]}");
                case "idea-in-discussion" -> walked(1);
                case "idea-adopted" -> walked(2);
                case "idea-pilot" -> walked(3);
                case "idea-rooted" -> walked(4);
                case "id" -> UUID.randomUUID().toString();
                case "view" -> "none";
                default -> throw new IllegalArgumentException("nothing is called " + name);
            };
        }

        private String created(Http who, String path, String body) {
            var none = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            return World.created(who.post(filled(path, none), filled(body, none)));
        }

        private String unit() {
            var slug = world.unit + "-2";
            must(201, world.coordinator.post("/api/v1/units", "{\"slug\": \"%s\", \"name\": \"Toinen\"}".formatted(slug)));
            return slug;
        }

        /** A meeting with the client, to which one peer expert was asked along. */
        private String meeting(boolean withTheme) {
            var meeting = world.meeting("\"client\": \"%s\"".formatted(world.clientId));
            must(204, world.worker.post("/api/v1/meetings/" + meeting + "/participants",
                    "{\"login\": \"%s\", \"role\": \"peer-expert\"}".formatted(world.login("peer-expert"))));
            if (withTheme) {
                made.put("meeting", meeting);
                of("theme");
            }
            return meeting;
        }

        private String item(String circulating) {
            return world.read(world.worker, "/api/v1/circulating-meetings/" + of(circulating)).at("/agenda/0/item").asString();
        }

        private String step(boolean paused) {
            var path = "/api/v1/plans/" + of("plan");
            must(204, world.client.post(path + "/rewards",
                    "{\"unit\": \"sentti\", \"coins\": [{\"name\": \"kulta\", \"worth\": 50}], \"prize\": \"Lippu\", \"price\": 50}"));
            var step = must(200, world.worker.post(path + "/splits", """
                    {"goal": "%s", "goesWell": "a", "hardest": "b", "rewards": "c", "steps": [{"words": "d"}]}""".formatted(of("goal"))))
                    .json().get(0).asString();
            made.put("step", step);
            if (paused) {
                must(204, world.worker.post(path + "/steps/" + step + "/pause", ""));
            }
            return step;
        }

        /** An idea that has gone so many steps of its life. */
        private String walked(int steps) {
            var path = "/api/v1/ideas/" + world.idea(world.client, "");
            var manager = world.manager;
            var walk = List.<Runnable>of(
                    () -> must(204, manager.with("If-Match", "\"1\"").post(path + "/mandate",
                            "{\"decides\": \"Esihenkilö\", \"what\": \"Aula\", \"dueOn\": \"2999-01-01\"}")),
                    () -> must(204, manager.with("If-Match", "\"2\"").post(path + "/decision",
                            "{\"outcome\": \"adopted\", \"answer\": \"Kyllä\", \"owner\": \"Esihenkilö\", \"deadline\": \"2018-03-01\"}")),
                    () -> must(204, manager.post(path + "/pilot", "{\"startedOn\": \"2018-01-08\"}")),
                    () -> must(204, manager.post(path + "/root",
                            "{\"projectEndedOn\": \"2018-12-31\", \"ownerUnit\": \"%s\"}".formatted(world.unit))));
            walk.subList(0, steps).forEach(Runnable::run);
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
