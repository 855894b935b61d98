package fi.rinnalla.journeys.upgrade;

import fi.rinnalla.local.seeds.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Asks a running installation everything that its people may read: each operation of its own OpenAPI documents, as each of
 * them, with what the lists name. {@code make-archive.sh} calls it.
 */
final class TakeSnapshot {

    private static final List<String> PEOPLE = List.of(
            "kaisa.koordinaattori",
            "mikko.ammattilainen",
            "sari.kokemus",
            "antti.asiakas",
            "jaana.johtaja",
            "anu.analyytikko",
            "olli.yllapito",
            "liisa.koordinaattori",
            "petri.ammattilainen",
            "tuula.kokemus",
            "ville.asiakas",
            "helena.johtaja",
            "timo.analyytikko",
            "outi.yllapito");

    /** What is another thing each day, or was asked of one service and answered for none in particular. */
    private static final Pattern OF_TODAY = Pattern.compile(
            "/api/v1/supervisions/due|/api/v1/certificates/ending|/api/v1/requests/\\{request}/suggestions|.*/rebuild");

    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, List<String>> KNOWN = Map.of(
            "number", List.of("1", "2", "3", "4"),
            "dimension", List.of("channel", "pair"),
            "month", List.of("2017-10", "2017-12"),
            "year", List.of("2017", "2018"),
            "giver", List.of("client"),
            "format", List.of("json"),
            "kind", List.of("discussion-cafe"));

    private final String gateway;
    private final Map<String, JsonNode> answers = new TreeMap<>();
    private final Set<String> operations = new LinkedHashSet<>();
    /** Of these one person of each organisation is enough. */
    private final Set<String> sameForAll = new LinkedHashSet<>();

    private static final Set<String> WHO_READS_THOSE = Set.of("anu.analyytikko", "timo.analyytikko");

    private TakeSnapshot(String gateway) {
        this.gateway = gateway;
    }

    /** Arguments: the gateway's address, Kafka's address, PostgreSQL's port, the folder of the data, where to write. */
    public static void main(String[] arguments) throws Exception {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(Path.of(arguments[3], "secrets.properties"))) {
            secrets.load(in);
        }
        var kafka = Snapshot.kafka(arguments[1], secrets.getProperty("kafka"));
        var answers = new TakeSnapshot(arguments[0]).everything();
        var snapshot = new Snapshot(answers, Snapshot.streams(kafka));
        // Settled: nothing waits to be published, and what is released every few seconds is the same again and again.
        for (int same = 0; same < 3; ) {
            Thread.sleep(6_000);
            var next = Snapshot.again(snapshot, arguments[0], kafka);
            var moved = Snapshot.differences(snapshot, next);
            boolean settled = waiting(arguments[2]) == 0 && moved.isEmpty();
            moved.stream().limit(5).forEach(System.out::println);
            same = settled ? same + 1 : 0;
            snapshot = next;
        }
        Files.writeString(Path.of(arguments[4]), snapshot.toJson() + "\n");
        System.out.printf(
                "%d answers, %d records%n",
                snapshot.answers().size(),
                snapshot.streams().values().stream().mapToInt(List::size).sum());
    }

    private static long waiting(String port) throws SQLException {
        long waiting = 0;
        for (var database : List.of("session", "peer_expert", "feedback")) {
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
                    var row = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
                row.next();
                waiting += row.getLong(1);
            }
        }
        return waiting;
    }

    private Map<String, JsonNode> everything() {
        for (var service : List.of("session-service", "peer-expert-service", "feedback-service")) {
            var paths = Visitor.unknown(gateway)
                    .get("/openapi/" + service + ".json")
                    .json()
                    .path("paths");
            paths.propertyStream().filter(path -> path.getValue().has("get")).forEach(path -> {
                var get = path.getValue().path("get");
                operations.add(path.getKey() + queryOf(get, false));
                if (get.path("x-same-for-all").asBoolean(false)) {
                    sameForAll.add(path.getKey());
                }
                if (!path.getKey().contains("{")) {
                    operations.add(path.getKey() + queryOf(get, true));
                }
            });
        }
        operations.removeIf(operation -> OF_TODAY.matcher(path(operation)).matches());
        for (var login : PEOPLE) {
            ask(login, Visitor.loggedIn(gateway, login, login));
        }
        return answers;
    }

    private static String queryOf(JsonNode operation, boolean ofOneUnit) {
        var asked = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("query")) {
                if (name.equals("limit")) {
                    asked.add("limit=100");
                } else if (KNOWN.containsKey(name)
                        || name.equals("unit") && ofOneUnit
                        || parameter.path("required").asBoolean(false)) {
                    asked.add(name + "={" + name + "}");
                }
            }
        }
        return asked.isEmpty() ? "" : "?" + String.join("&", asked);
    }

    /** Lists first, so that what they name is known when single ones are asked for. */
    private void ask(String login, Visitor person) {
        var seen = new TreeMap<String, Set<String>>();
        Stream.of(false, true)
                .flatMap(single -> operations.stream()
                        .filter(operation -> HOLE.matcher(path(operation)).find() == single))
                .filter(operation -> WHO_READS_THOSE.contains(login) || !sameForAll.contains(path(operation)))
                .forEach(operation -> filled(operation, seen).forEach(path -> {
                    var answer = Snapshot.asked(person, login, path);
                    if (answer.status() == 200) {
                        answers.put(login + " GET " + path, Snapshot.answer(answer));
                        remember(operation, answer, seen);
                    }
                }));
    }

    private static String path(String operation) {
        return operation.split("\\?")[0];
    }

    private static void remember(String operation, Visitor.Answer answer, Map<String, Set<String>> seen) {
        var collection = path(operation);
        if (!answer.header("Content-Type").contains("json")) {
            return;
        }
        var body = answer.json();
        for (var entry : body.isArray() ? body : body.has("items") ? body.path("items") : body.path("indicators")) {
            // What is no longer in a list of its own is named by others: a filled request by its assignment.
            entry.propertyStream()
                    .filter(one ->
                            one.getKey().equals("request") || one.getKey().equals("meeting"))
                    .filter(one -> one.getValue().isString())
                    .forEach(one -> seen.computeIfAbsent("/api/v1/" + one.getKey() + "s", any -> new LinkedHashSet<>())
                            .add(one.getValue().asString()));
            for (var name : List.of("id", "slug", "indicator")) {
                if (entry.hasNonNull(name)) {
                    seen.computeIfAbsent(collection, any -> new LinkedHashSet<>())
                            .add(entry.path(name).asString());
                    break;
                }
            }
        }
    }

    private static List<String> filled(String operation, Map<String, Set<String>> seen) {
        var hole = HOLE.matcher(operation);
        if (!hole.find()) {
            return List.of(operation);
        }
        var collection = operation.substring(0, Math.max(0, hole.start() - 1));
        var known = KNOWN.getOrDefault(
                hole.group(1),
                List.copyOf(seen.getOrDefault(hole.group(1).equals("unit") ? "/api/v1/units" : collection, Set.of())));
        return known.stream()
                .flatMap(value ->
                        filled(
                                operation.replaceFirst(Pattern.quote(hole.group()), Matcher.quoteReplacement(value)),
                                seen)
                                .stream())
                .toList();
    }
}
