package fi.rinnalla.session;

import static fi.rinnalla.session.World.must;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Operation by role by relation by organisation, from the OpenAPI document: each example is sent as everybody who may, and is
 * taken; as everybody who may not, and is answered as if it were not there; and from another organisation.
 */
@RealService
class WhoMayTest {

    static final Path DOCUMENT = Path.of("src/main/resources/static/openapi/session-service.json");

    private static final Map<String, String> PEOPLE = new TreeMap<>(Map.of(
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
            "peer-expert"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @TestFactory
    Stream<DynamicTest> everyOperation() throws Exception {
        var document = OpenApi.checked(Http.at("http://localhost:" + port), service, DOCUMENT);
        var operations = WhoMay.operations(document).toList();
        assertThat(operations).hasSizeGreaterThan(100);
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> whoMay().check(operation)));
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
            plan.putArray("x-who-may")
                    .addAll(wrong.stream().map(StringNode::valueOf).toList());
            assertThatThrownBy(() -> whoMay().check(new WhoMay.Operation("GET", "/api/v1/plans/{plan}", plan)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private WhoMay whoMay() {
        return new WhoMay(port, PEOPLE, () -> new Scene(new World(port)));
    }

    /** The records that examples name, made when they are first named. */
    private static final class Scene extends WhoMay.Scene {

        final World world;
        private String goal = "";

        Scene(World world) {
            this.world = world;
        }

        @Override
        public Http as(String person) {
            return switch (person) {
                case "worker" -> world.worker;
                case "client" -> world.client;
                case "coordinator" -> world.coordinator;
                default -> world.as(person, requireNonNull(PEOPLE.get(person)));
            };
        }

        @Override
        protected Http readerOf(String path) {
            return path.startsWith("/api/v1/plans") ? world.worker.with("Purpose", "meeting") : world.coordinator;
        }

        @Override
        public List<String> ownAffairs() {
            return List.of(world.clientLogin, world.clientId);
        }

        @Override
        protected String make(String name) {
            return switch (name) {
                case "unit" -> world.unit;
                case "unit-2" -> unit();
                case "unit-with-budget" -> {
                    must(204, world.manager.post("/api/v1/units/" + world.unit + "/time-budget", "{\"minutes\": 60}"));
                    yield world.unit;
                }
                case "new-slug" -> "new-" + UUID.randomUUID().toString().substring(0, 12);
                case "activity" ->
                    created(
                            world.coordinator,
                            "/api/v1/activities",
                            "{\"unit\": \"{unit}\", \"name\": \"Cafe Social\", \"startedOn\": \"2017-10-01\"}");
                case "client" -> world.clientId;
                case "commitment" ->
                    created(
                            world.worker,
                            "/api/v1/clients/{client}/commitments",
                            "{\"promise\": \"Soitan\", \"promisedBy\": \"worker\", \"name\": \"Mikko\", \"dueOn\": \"2017-11-10\"}");
                case "commitment-ahead" ->
                    created(
                            world.worker,
                            "/api/v1/clients/{client}/commitments",
                            "{\"promise\": \"Soitan\", \"promisedBy\": \"worker\", \"name\": \"Mikko\", \"dueOn\": \"2999-11-10\"}");
                case "need" ->
                    created(
                            world.worker,
                            "/api/v1/clients/{client}/unmet-needs",
                            "{\"theme\": \"housing\", \"reason\": \"queue\", \"words\": \"Jono\"}");
                case "meeting", "meeting-with-theme" -> meeting(name.endsWith("theme"));
                case "open-meeting" -> world.meeting("\"kind\": \"discussion-cafe\", \"seats\": 30");
                case "note" ->
                    created(
                            world.worker,
                            "/api/v1/meetings/{meeting}/notes",
                            "{\"table\": \"1\", \"words\": \"Isäntä\"}");
                case "theme", "theme-2" ->
                    created(
                            world.worker,
                            "/api/v1/meetings/{meeting}/themes",
                            "{\"name\": \"Aula\", \"notes\": [\"{note}\"]}");
                case "circulating", "circulating-answered" ->
                    created(
                            world.worker,
                            "/api/v1/circulating-meetings",
                            "{\"name\": \"Kierto\", \"agenda\": [\"Miten?\"], \"sites\": [\"{unit}\", \"{unit-2}\"]}");
                case "item" -> item("circulating");
                case "item-answered" -> {
                    var item = item("circulating-answered");
                    for (var site : List.of("unit", "unit-2")) {
                        must(
                                204,
                                world.worker.post(
                                        "/api/v1/circulating-meetings/" + of("circulating-answered") + "/answers",
                                        "{\"item\": \"%s\", \"site\": \"%s\", \"practice\": \"%s\"}"
                                                .formatted(item, of(site), site)));
                    }
                    yield item;
                }
                case "plan" -> {
                    var planAndGoal = world.planWithGoal();
                    goal = planAndGoal[1];
                    yield planAndGoal[0];
                }
                case "goal" -> {
                    of("plan");
                    yield goal;
                }
                case "number" -> "1";
                case "proposal" ->
                    World.created(
                            world.client
                                    .with("If-Match", "\"2\"")
                                    .post(
                                            "/api/v1/plans/" + of("plan") + "/proposals",
                                            "{\"reason\": \"Koti\", \"answers\": \"client-wish\", \"goals\": [{\"source\": \"client\", \"words\": \"Oma ovi\"}]}"));
                case "step", "step-paused" -> step(name.endsWith("paused"));
                case "means" ->
                    created(
                            world.worker,
                            "/api/v1/plans/{plan}/means",
                            "{\"words\": \"Puhelut\", \"verdict\": \"tried\"}");
                case "support" ->
                    created(
                            world.worker,
                            "/api/v1/plans/{plan}/supports",
                            "{\"goal\": \"{goal}\", \"kind\": \"transport\", \"state\": \"planned\"}");
                case "service" ->
                    created(
                            world.worker,
                            "/api/v1/plans/{plan}/services",
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
                case "idea-inquiry" ->
                    world.idea(
                            world.client,
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
            return World.created(who.post(filled(path), filled(body)));
        }

        private String unit() {
            var slug = world.unit + "-2";
            must(
                    201,
                    world.coordinator.post(
                            "/api/v1/units", "{\"slug\": \"%s\", \"name\": \"Toinen\"}".formatted(slug)));
            return slug;
        }

        /** A meeting with the client, to which one peer expert was asked along. */
        private String meeting(boolean withTheme) {
            var meeting = world.meeting("\"client\": \"%s\"".formatted(world.clientId));
            must(
                    204,
                    world.worker.post(
                            "/api/v1/meetings/" + meeting + "/participants",
                            "{\"login\": \"%s\", \"role\": \"peer-expert\"}".formatted(world.login("peer-expert"))));
            if (withTheme) {
                note("meeting", meeting);
                of("theme");
            }
            return meeting;
        }

        private String item(String circulating) {
            return world.read(world.worker, "/api/v1/circulating-meetings/" + of(circulating))
                    .at("/agenda/0/item")
                    .asString();
        }

        private String step(boolean paused) {
            var path = "/api/v1/plans/" + of("plan");
            must(
                    204,
                    world.client.post(
                            path + "/rewards",
                            "{\"unit\": \"sentti\", \"coins\": [{\"name\": \"kulta\", \"worth\": 50}], \"prize\": \"Lippu\", \"price\": 50}"));
            var step = must(200, world.worker.post(path + "/splits", """
                    {"goal": "%s", "goesWell": "a", "hardest": "b", "rewards": "c", "steps": [{"words": "d"}]}""".formatted(of("goal"))))
                    .json()
                    .get(0)
                    .asString();
            note("step", step);
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
                    () -> must(
                            204,
                            manager.with("If-Match", "\"1\"")
                                    .post(
                                            path + "/mandate",
                                            "{\"decides\": \"Esihenkilö\", \"what\": \"Aula\", \"dueOn\": \"2999-01-01\"}")),
                    () -> must(
                            204,
                            manager.with("If-Match", "\"2\"")
                                    .post(
                                            path + "/decision",
                                            "{\"outcome\": \"adopted\", \"answer\": \"Kyllä\", \"owner\": \"Esihenkilö\", \"deadline\": \"2018-03-01\"}")),
                    () -> must(204, manager.post(path + "/pilot", "{\"startedOn\": \"2018-01-08\"}")),
                    () -> must(
                            204,
                            manager.post(
                                    path + "/root",
                                    "{\"projectEndedOn\": \"2018-12-31\", \"ownerUnit\": \"%s\"}"
                                            .formatted(world.unit))));
            walk.subList(0, steps).forEach(Runnable::run);
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
