package fi.rinnalla.testing;

import static java.util.Objects.requireNonNull;

import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's OpenAPI document: derived from its code, with what {@code operations.yaml} says of each operation (a sentence,
 * who may, an example). It is committed; {@code -Dopenapi.write=true} writes it anew.
 */
public final class OpenApi {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IfMatch.class, Paging.class);
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern PACKAGES = Pattern.compile("(java|[fF]i\\.rinnalla)(\\.[a-z]+)+\\.(?=[A-Z])");

    private OpenApi() {}

    /** What is said of one operation, as {@code operations.yaml} has it. */
    public static Map<String, JsonNode> book() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var file = OpenApi.class.getResourceAsStream("/operations.yaml")) {
            var yaml = new Yaml(
                    new SafeConstructor(options),
                    new Representer(new org.yaml.snakeyaml.DumperOptions()),
                    new org.yaml.snakeyaml.DumperOptions(),
                    options,
                    new DaysAreTexts());
            Map<String, Object> rows = yaml.load(file);
            var book = new TreeMap<String, JsonNode>();
            rows.forEach((operation, row) -> book.put(operation, JSON.valueToTree(row)));
            return book;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class DaysAreTexts extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, @Nullable String first, int limit) {
            if (!Tag.TIMESTAMP.equals(tag)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    /** The committed document, which is the one that the code and the book give; and every operation has its row. */
    public static JsonNode checked(Http service, ApplicationContext context, Path committed) throws IOException {
        var derived = derived(service, context, book());
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(derived) + "\n");
        }
        require(
                JSON.readTree(committed.toFile()).equals(derived),
                committed + " is not what the code gives: write it anew with -Dopenapi.write=true");
        return derived;
    }

    /** @param book a row for each operation; without one, or with one too many, it fails */
    public static JsonNode derived(Http service, ApplicationContext context, Map<String, JsonNode> book) {
        var document = (ObjectNode) service.get("/v3/api-docs").json();
        document.remove("servers");
        var title = context.getEnvironment().getRequiredProperty("spring.application.name");
        document.putObject("info").put("title", "Rinnalla, " + title).put("version", "1");
        var paths = (ObjectNode) document.path("paths");
        paths.remove(paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList());
        var schemas = (ObjectNode) document.path("components").path("schemas");
        schemas.propertyStream().forEach(schema -> written(schema.getKey(), (ObjectNode) schema.getValue()));
        problem(schemas);
        var handlers = handlers(context);
        var odd = new TreeSet<>(handlers.keySet());
        book.keySet().forEach(operation -> {
            if (!odd.remove(operation)) {
                odd.add(operation);
            }
        });
        require(odd.isEmpty(), "operations.yaml has a row for each operation, and no other: " + odd);
        handlers.forEach((operation, handler) -> {
            var words = operation.split(" ");
            var described = (ObjectNode) paths.path(words[1]).path(words[0].toLowerCase(java.util.Locale.ROOT));
            require(!described.isEmpty(), "OpenAPI does not have " + operation);
            describe(described, words[0], words[1], handler, requireNonNull(book.get(operation)));
        });
        return JSON.readTree(PACKAGES.matcher(JSON.writeValueAsString(document)).replaceAll(""));
    }

    private static Map<String, HandlerMethod> handlers(ApplicationContext context) {
        var handlers = new TreeMap<String, HandlerMethod>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(method + " " + path, handler))));
        return handlers;
    }

    private static void describe(
            ObjectNode operation, String method, String path, HandlerMethod handler, JsonNode row) {
        operation.put("summary", row.path("says").asString());
        operation.put(
                "operationId",
                handler.getBeanType().getSimpleName() + "-"
                        + handler.getMethod().getName());
        operation.set("x-who-may", row.path("may"));
        Map.of(
                        "with",
                        "x-tried-with",
                        "triedBy",
                        "x-tried-by",
                        "refuses",
                        "x-refuses",
                        "query",
                        "x-tried-query",
                        "sameForAll",
                        "x-same-for-all")
                .forEach((from, to) -> {
                    if (row.has(from)) {
                        operation.set(to, row.path(from));
                    }
                });
        operation.remove("tags");
        var parameters =
                operation.path("parameters") instanceof ArrayNode known ? known : operation.putArray("parameters");
        if (takes(handler, IfMatch.class)) {
            header(parameters, "If-Match", "The ETag that was read, so that nobody's change is lost.");
        }
        if (method.equals("POST")
                && !row.path("says").asString().contains("no Idempotency-Key")
                && !path.startsWith("/api/v1/operations/")) {
            header(parameters, "Idempotency-Key", "A new one for each intention; the same when it is sent again.");
        }
        if (takes(handler, Paging.class)) {
            query(parameters, "limit", "1 to 100, 20 if not said");
            query(parameters, "cursor", "from the page before");
        }
        if (row.has("body")) {
            ((ObjectNode) operation.at("/requestBody/content/application~1json")).set("example", row.path("body"));
        }
        var responses = (ObjectNode) operation.path("responses");
        responses
                .putObject("default")
                .put(
                        "description",
                        "A problem detail (RFC 9457); docs/problems.md lists them. 404 also for what is not yours.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    /** One that the code reads by itself is described where it stands. */
    private static void header(ArrayNode parameters, String name, String description) {
        for (var known : parameters) {
            if (known.path("name").asString().equals(name)) {
                ((ObjectNode) known).put("description", description);
                return;
            }
        }
        parameters
                .addObject()
                .put("name", name)
                .put("in", "header")
                .put("required", true)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static void query(ArrayNode parameters, String name, String description) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    /** What the schema of a record leaves out: what was written has a length, and may be left out only where it says so. */
    private static void written(String type, ObjectNode schema) {
        recordOf(type).ifPresent(record -> {
            var required = new TreeSet<String>();
            schema.path("required").forEach(name -> required.add(name.asString()));
            for (var component : record.getRecordComponents()) {
                var words = component.getAccessor().getAnnotatedReturnType().getAnnotation(Words.class);
                if (words != null) {
                    ((ObjectNode) schema.path("properties").path(component.getName()))
                            .put("minLength", 1)
                            .put("maxLength", words.max());
                }
                if (component.getType().isPrimitive() || words != null && !words.optional()) {
                    required.add(component.getName());
                }
            }
            if (!required.isEmpty()) {
                schema.set("required", JSON.valueToTree(required));
            }
        });
    }

    private static Optional<Class<?>> recordOf(String type) {
        try {
            return Optional.<Class<?>>of(Class.forName(type)).filter(Class::isRecord);
        } catch (ClassNotFoundException perhapsNested) {
            var outer = type.lastIndexOf('.');
            return outer < 0 ? Optional.empty() : recordOf(type.substring(0, outer) + "$" + type.substring(outer + 1));
        }
    }

    private static void problem(ObjectNode schemas) {
        var properties = schemas.putObject("Problem").put("type", "object").putObject("properties");
        for (var name : List.of("type", "title", "detail")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        var fault = properties
                .putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        fault.putObject("pointer").put("type", "string");
        fault.putObject("code").put("type", "string");
        properties.putObject("yours").put("description", "What you wrote, where it would be lost otherwise (412).");
    }
}
