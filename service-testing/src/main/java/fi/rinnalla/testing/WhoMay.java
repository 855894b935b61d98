package fi.rinnalla.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Operation by role by relation by organisation, from a service's OpenAPI document: each example is sent as everybody who
 * may, and is taken; as everybody who may not, and is answered as if it were not there; and from another organisation.
 */
public final class WhoMay {

    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

    private final int port;
    private final Map<String, String> people;
    private final Supplier<Scene> scenes;

    /** @param people each kind of person and their role */
    public WhoMay(int port, Map<String, String> people, Supplier<Scene> scenes) {
        this.port = port;
        this.people = new TreeMap<>(people);
        this.scenes = scenes;
    }

    /** A place where examples can be tried: its people, and the records that examples name, made when they are first named. */
    public abstract static class Scene {

        private final Map<String, String> made = new TreeMap<>();

        /** @param person one of the kinds of people */
        public abstract Http as(String person);

        /** Makes what an example calls by this name, and gives its id. */
        protected abstract String make(String name);

        /** Whoever can read the version of what is at this address. */
        protected abstract Http readerOf(String path);

        /** What a stranger, or somebody whom it does not concern, never reads. */
        public abstract List<String> ownAffairs();

        protected final void note(String name, String id) {
            made.put(name, id);
        }

        public final String of(String name) {
            var known = made.get(name);
            if (known == null) {
                known = make(name);
                made.put(name, known);
            }
            return known;
        }

        public final String filled(String text) {
            return NAME.matcher(text).replaceAll(match -> of(match.group(1)));
        }

        private String filled(String text, JsonNode with) {
            return NAME.matcher(text)
                    .replaceAll(match -> of(with.path(match.group(1)).asString(match.group(1))));
        }

        private String etagOf(String path) {
            var whole =
                    Pattern.compile("(/api/v1/[a-z-]+/[^/]+).*").matcher(path).replaceAll("$1");
            return Optional.ofNullable(readerOf(whole).get(whole).header("ETag"))
                    .orElse("\"0\"");
        }
    }

    /** One operation as the document has it. */
    public record Operation(String method, String path, JsonNode described) {

        List<String> may() {
            return described
                    .path("x-who-may")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
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

    public static Stream<Operation> operations(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue())));
    }

    /** Fails where somebody may more, or less, than the document says. */
    public void check(Operation operation) {
        require(people.keySet().containsAll(operation.may()), "there is nobody of these: " + operation.may());
        var shared = scenes.get();
        for (var person : people.keySet()) {
            var refused = operation.described().path("x-refuses").path(person);
            if (!refused.isMissingNode()) {
                var answer = send(operation, shared, shared.as(person));
                require(
                        refused.asString().equals(answer.problem()),
                        person + " at " + operation + ": " + answer.body());
            } else if (!operation.may().contains(person)) {
                var answer = send(operation, shared, shared.as(person));
                require(
                        answer.status() == 404 && answer.body().equals(nothing()),
                        person + " may not " + operation + ": " + answer.status() + " " + answer.body());
            } else if (operation.isTriedHere()) {
                taken(operation, operation.method().equals("GET") ? shared : scenes.get(), person);
            }
        }
        if (operation.isTriedHere()) {
            strangersFindNothing(operation, shared);
        }
    }

    private void taken(Operation operation, Scene scene, String person) {
        var answer = send(operation, scene, scene.as(person));
        require(
                answer.status() >= 200 && answer.status() < 300,
                person + " may " + operation + ": " + answer.status() + " " + answer.body());
        if (person.startsWith("other-")) {
            scene.ownAffairs()
                    .forEach(own -> require(
                            !answer.body().contains(own),
                            person + " sees what is not theirs at " + operation + ": " + answer.body()));
        }
    }

    private void strangersFindNothing(Operation operation, Scene scene) {
        var stranger = Http.at("http://localhost:" + port)
                .bearing(TestIssuer.token(
                        "stranger",
                        "jyvaskyla",
                        people.values().stream().distinct().toArray(String[]::new)));
        var answer = send(operation, scene, stranger);
        if (operation.path().contains("{") && !operation.described().has("x-same-for-all")) {
            require(
                    answer.status() == 404 && answer.body().equals(nothing()),
                    "a stranger at " + operation + ": " + answer.status() + " " + answer.body());
        } else {
            scene.ownAffairs()
                    .forEach(own -> require(
                            !answer.body().contains(own),
                            "a stranger at " + operation + " sees " + own + ": " + answer.body()));
        }
        var nobody = send(operation, scene, Http.at("http://localhost:" + port));
        require(nobody.status() == 401, "nobody at " + operation + ": " + nobody.status());
    }

    /** What is said of something that was never there. */
    private String nothing() {
        return Http.at("http://localhost:" + port)
                .bearing(TestIssuer.token("nobody", "sovatek", "gardener"))
                .get("/api/v1/nothing/" + UUID.randomUUID())
                .body();
    }

    private Http.Answer send(Operation operation, Scene scene, Http who) {
        var with = operation.described().path("x-tried-with");
        var query = operation.described().path("x-tried-query");
        var path = scene.filled(operation.path(), with)
                + (query.isMissingNode() ? "" : "?" + scene.filled(query.asString(), with));
        var caller = who.with("Purpose", "meeting");
        if (operation.names("If-Match")) {
            caller = caller.with("If-Match", scene.etagOf(path));
        }
        if (operation.method().equals("GET")) {
            return caller.get(path);
        }
        var body = operation.described().at("/requestBody/content/application~1json/example");
        var text = body.isMissingNode() ? "" : scene.filled(body.toString(), with);
        return operation.names("Idempotency-Key") ? caller.post(path, text) : caller.postAgain(path, text);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
