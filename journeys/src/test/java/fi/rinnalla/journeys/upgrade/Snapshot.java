package fi.rinnalla.journeys.upgrade;

import fi.rinnalla.local.infrastructure.EmbeddedBroker;
import fi.rinnalla.local.seeds.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people see of an installation, and what is in its streams.
 *
 * @param answers by who asks and what, such as {@code antti.asiakas GET /api/v1/plans?limit=100}
 * @param streams of each topic the records in the order of partition and offset, such as
 *                {@code 0/17 fi.rinnalla.meeting.held <id> <digest>}
 */
record Snapshot(Map<String, JsonNode> answers, Map<String, List<String>> streams) {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What is read is written down and who is to be reminded is told: these may hold more later, and never less. */
    private static final Pattern GROWING = Pattern.compile(".*/access-log|.*/notices\\?.*");

    /** Sets, which 0.1.0 shows in whatever order the JVM of the day has for them. */
    private static final Pattern UNORDERED =
            Pattern.compile(".*/(attended|company|consents|languages|limits|preferredPlaces|roles|workerAttended)");

    /** The same questions once more, of another run. */
    static Snapshot again(Snapshot before, String gateway, Map<String, Object> kafka) {
        var people = new HashMap<String, Visitor>();
        var answers = new TreeMap<String, JsonNode>();
        before.answers().keySet().forEach(question -> {
            var part = question.split(" ", 3);
            var person = people.computeIfAbsent(part[0], login -> Visitor.loggedIn(gateway, login, login));
            answers.put(question, answer(asked(person, part[0], part[2])));
        });
        return new Snapshot(answers, streams(kafka));
    }

    static Visitor.Answer asked(Visitor person, String login, String path) {
        return person.getFor(login.endsWith(".asiakas") ? "own-plan" : "meeting", path);
    }

    static JsonNode answer(Visitor.Answer answer) {
        var shown = JSON.createObjectNode().put("status", answer.status());
        if (answer.header("Content-Type").contains("json")) {
            shown.set("body", answer.json());
        } else {
            shown.put("body", answer.body());
        }
        return shown;
    }

    static Map<String, List<String>> streams(Map<String, Object> kafka) {
        var streams = new TreeMap<String, List<String>>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            for (var topic : new TreeSet<>(consumer.listTopics().keySet())) {
                if (!topic.startsWith("__")) {
                    streams.put(topic, records(consumer, topic));
                }
            }
        }
        return streams;
    }

    /** Of whom or what a topic tells. */
    static Set<String> subjectsOf(Map<String, Object> kafka, String topic) {
        var subjects = new TreeSet<String>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            read(consumer, topic, record -> subjects.add(record.key()));
        }
        return subjects;
    }

    private static List<String> records(KafkaConsumer<String, String> consumer, String topic) {
        var records = new TreeMap<String, String>();
        read(consumer, topic, record -> {
            var event = record.value() == null ? JSON.createObjectNode() : JSON.readTree(record.value());
            records.put(
                    "%02d/%08d".formatted(record.partition(), record.offset()),
                    "%s %s %s"
                            .formatted(
                                    event.path("type").asString(""),
                                    event.path("id").asString(""),
                                    digest(record.key() + " " + record.value())));
        });
        var lines = new ArrayList<String>();
        records.forEach((place, record) -> lines.add(place + " " + record));
        return lines;
    }

    private static void read(
            KafkaConsumer<String, String> consumer, String topic, Consumer<ConsumerRecord<String, String>> reader) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(reader);
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static Map<String, Object> kafka(String address, String password) {
        var settings = new HashMap<String, Object>(EmbeddedBroker.login("rinnalla", password));
        settings.put("bootstrap.servers", address);
        return settings;
    }

    /** What was lost, altered or came to it, each with its place; nothing where the later one shows all of the earlier. */
    static List<String> differences(Snapshot before, Snapshot after) {
        var found = new ArrayList<String>();
        before.answers().forEach((question, was) -> {
            var is = after.answers().getOrDefault(question, JSON.missingNode());
            if (GROWING.matcher(question).matches()) {
                compareGrowing(question, was, is, found);
            } else {
                compare(question, "", was, is, found);
            }
        });
        before.streams()
                .forEach((topic, was) ->
                        compareStream(topic, was, after.streams().getOrDefault(topic, List.of()), found));
        return found;
    }

    private static void compare(String question, String place, JsonNode was, JsonNode is, List<String> found) {
        if (was.isObject() && is.isObject()) {
            var names = new TreeSet<>(was.propertyNames());
            names.addAll(is.propertyNames());
            names.forEach(name -> compare(question, place + "/" + name, was.path(name), is.path(name), found));
        } else if (was.isArray() && is.isArray() && UNORDERED.matcher(place).matches()) {
            if (!sorted(was).equals(sorted(is))) {
                found.add("%s: %s was %s and is %s".formatted(question, place, shown(was), shown(is)));
            }
        } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(question, place + "/" + i, was.get(i), is.get(i), found);
            }
        } else if (!was.equals(is)) {
            found.add("%s: %s was %s and is %s".formatted(question, place, shown(was), shown(is)));
        }
    }

    private static List<String> sorted(JsonNode set) {
        return set.valueStream().map(JsonNode::toString).sorted().toList();
    }

    private static void compareGrowing(String question, JsonNode was, JsonNode is, List<String> found) {
        var now = new TreeSet<String>();
        entries(is).forEach(entry -> now.add(entry.toString()));
        entries(was).stream()
                .filter(entry -> !now.contains(entry.toString()))
                .forEach(entry -> found.add("%s: lost %s".formatted(question, shown(entry))));
    }

    private static List<JsonNode> entries(JsonNode answer) {
        var body = answer.path("body");
        return (body.isArray() ? body : body.path("items")).valueStream().toList();
    }

    /** Every old record stands where it stood, as it was; what comes after is new. */
    private static void compareStream(String topic, List<String> was, List<String> is, List<String> found) {
        var now = new TreeSet<>(is);
        was.stream()
                .filter(record -> !now.contains(record))
                .forEach(record -> found.add("topic %s: lost or altered %s".formatted(topic, record)));
        var ids = new HashMap<String, String>();
        for (var record : is) {
            var part = record.split(" ");
            var earlier = part[2].isEmpty() ? null : ids.put(part[2], record);
            if (earlier != null && (!was.contains(earlier) || !was.contains(record))) {
                found.add("topic %s: published twice, %s and %s".formatted(topic, earlier, record));
            }
        }
    }

    private static String shown(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }

    String toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    static Snapshot ofJson(String text) {
        return JSON.readValue(text, Snapshot.class);
    }
}
