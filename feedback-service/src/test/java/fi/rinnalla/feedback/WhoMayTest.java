package fi.rinnalla.feedback;

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

/** Every operation of the OpenAPI document, sent as each kind of person; an operation without a row fails. */
@RealService
class WhoMayTest {

    static final Path DOCUMENT = Path.of("src/main/resources/static/openapi/feedback-service.json");

    private static final Map<String, String> PEOPLE = new TreeMap<>(Map.of(
            "coordinator",
            "coordinator",
            "second-coordinator",
            "coordinator",
            "manager",
            "manager",
            "analyst",
            "analyst",
            "operator",
            "operator",
            "worker",
            "professional",
            "client",
            "client",
            "peer-expert",
            "peer-expert"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @TestFactory
    Stream<DynamicTest> everyOperation() throws Exception {
        var document = OpenApi.checked(Http.at("http://localhost:" + port), service, DOCUMENT);
        var operations = WhoMay.operations(document).toList();
        assertThat(operations).hasSizeGreaterThan(35);
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.toString(),
                        () -> new WhoMay(port, PEOPLE, () -> new Scene(new World(port))).check(operation)));
    }

    @Test
    void anOperationWithoutARowFails() {
        var book = OpenApi.book();
        book.remove("GET /api/v1/themes");
        assertThatThrownBy(() -> OpenApi.derived(Http.at("http://localhost:" + port), service, book))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/themes");
    }

    private static final class Scene extends WhoMay.Scene {

        private final World world;

        Scene(World world) {
            this.world = world;
            of("theme");
        }

        @Override
        public Http as(String person) {
            return world.as(person, requireNonNull(PEOPLE.get(person)));
        }

        @Override
        protected Http readerOf(String path) {
            return world.coordinator;
        }

        @Override
        public List<String> ownAffairs() {
            return List.of(secret());
        }

        /** What this organisation calls its theme and its set of questions. */
        private String secret() {
            return "Aula " + world.unit.substring(5);
        }

        @Override
        protected String make(String name) {
            return switch (name) {
                case "unit" -> world.unit;
                case "phone" -> "04" + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 100_000_000);
                case "indicator" -> "commitments-kept";
                case "dimension" -> "pair";
                case "set" ->
                    World.created(world.coordinator.post(
                            "/api/v1/question-sets",
                            "{\"name\": \"" + secret() + "\", \"giver\": \"relative\", \"after\": \"family\"}"));
                case "theme" ->
                    World.created(world.coordinator.post(
                            "/api/v1/themes", "{\"unit\": \"%s\", \"name\": \"%s\"}".formatted(world.unit, secret())));
                case "id" -> UUID.randomUUID().toString();
                case "view" -> "heard";
                default -> throw new IllegalArgumentException(name);
            };
        }
    }
}
