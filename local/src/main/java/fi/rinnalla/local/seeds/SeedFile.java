package fi.rinnalla.local.seeds;

import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One organisation's story, as it stands in {@code seeds/}. What is wrong in it is told with its line. */
record SeedFile(
        String organisation,
        String coordinator,
        List<Map<String, Object>> units,
        List<Map<String, Object>> activities,
        Map<String, Object> usualTerms,
        List<Map<String, Object>> peerExperts,
        List<MeetingStory> meetings,
        List<PlanStory> plans,
        List<Story> stories) {

    SeedFile {
        require("organisation", organisation);
        require("coordinator", coordinator);
        require("units", units);
        require("activities", activities);
        require("usualTerms", usualTerms);
        require("peerExperts", peerExperts);
        require("meetings", meetings);
        require("plans", plans);
        require("stories", stories);
    }

    /**
     * A meeting as it is planned and, mostly, held.
     *
     * @param activity   the activity's name
     * @param peerExpert login of the professional's pair
     * @param answer     what the client answers alone afterwards, in a form's fields
     */
    record MeetingStory(
            String id,
            String unit,
            @Nullable String activity,
            String kind,
            String channel,
            String professional,
            String plannedOn,
            Integer plannedMinutes,
            @Nullable String peerExpert,
            @Nullable Map<String, Object> held,
            @Nullable Map<String, String> answer) {

        MeetingStory {
            require("id", id);
            require("unit", unit);
            require("kind", kind);
            require("channel", channel);
            require("professional", professional);
            require("plannedOn", plannedOn);
            require("plannedMinutes", plannedMinutes);
            if (answer != null && (held == null || !"private".equals(held.get("closingQuestion")))) {
                throw new IllegalArgumentException("an answer needs a held meeting with closingQuestion: private");
            }
        }
    }

    /**
     * A plan and its revisions, in order.
     *
     * @param since the day on which the client relationship began
     */
    record PlanStory(
            String id, String unit, String client, String since, String worker, List<Map<String, Object>> revisions) {
        PlanStory {
            require("id", id);
            require("unit", unit);
            require("client", client);
            require("since", since);
            require("worker", worker);
            require("revisions", revisions);
        }
    }

    /** A story in steps, each of them somebody's request; what a step makes has a name for the steps after it. */
    record Story(String id, List<Step> steps) {
        Story {
            require("id", id);
            require("steps", steps);
        }
    }

    /**
     * One request, with names in braces wherever an earlier step found something.
     *
     * @param does    method and path
     * @param with    the body
     * @param version that the person has seen, where the address wants one
     * @param called  name of what was made
     * @param finds   names of what the answer tells, each with its JSON pointer
     */
    record Step(
            String as,
            String does,
            @Nullable Object with,
            @Nullable Integer version,
            @Nullable String called,
            @Nullable Map<String, String> finds) {
        Step {
            require("as", as);
            if (!String.valueOf(does).matches("(GET|POST) /api/v1/.+")) {
                throw new IllegalArgumentException("does is a method and a path, such as POST /api/v1/ideas");
            }
        }
    }

    private static void require(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static SeedFile read(Path file) throws IOException {
        var lines = new HashMap<String, Integer>();
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var root = new Yaml(options).compose(new StringReader(Files.readString(file)));
            if (root == null) {
                throw wrong(file, 1, "the file is empty");
            }
            return JSON.treeToValue(json(root, "", lines), SeedFile.class);
        } catch (MarkedYAMLException broken) {
            throw wrong(file, broken.getProblemMark().getLine() + 1, broken.getProblem());
        } catch (DatabindException unfit) {
            var reason = unfit.getCause() instanceof IllegalArgumentException own
                    ? String.valueOf(own.getMessage())
                    : unfit.getOriginalMessage().lines().findFirst().orElse("does not fit");
            throw wrong(file, lineOf(unfit, lines), reason);
        }
    }

    private static int lineOf(DatabindException unfit, Map<String, Integer> lines) {
        var pointer = new StringBuilder();
        int line = 1;
        for (JacksonException.Reference step : unfit.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
            line = lines.getOrDefault(pointer.toString(), line);
        }
        return line;
    }

    private static UserError wrong(Path file, int line, String reason) {
        return new UserError("%s, line %d: %s. Nothing was loaded.".formatted(file, line, reason));
    }

    /** Dates stay text: only numbers, truth values and null are more than that. */
    private static JsonNode json(Node node, String pointer, Map<String, Integer> lines) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> {
                var object = JsonNodeFactory.instance.objectNode();
                mapping.getValue().forEach(entry -> {
                    var name = ((ScalarNode) entry.getKeyNode()).getValue();
                    object.set(name, json(entry.getValueNode(), pointer + "/" + name, lines));
                    lines.put(
                            pointer + "/" + name,
                            entry.getKeyNode().getStartMark().getLine() + 1);
                });
                yield object;
            }
            case SequenceNode sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    array.add(json(sequence.getValue().get(i), pointer + "/" + i, lines));
                }
                yield array;
            }
            case ScalarNode scalar
            when scalar.getTag().equals(Tag.INT) ->
                JsonNodeFactory.instance.numberNode(Long.parseLong(scalar.getValue()));
            case ScalarNode scalar
            when scalar.getTag().equals(Tag.BOOL) ->
                JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(scalar.getValue()));
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> JsonNodeFactory.instance.nullNode();
            case ScalarNode scalar -> JsonNodeFactory.instance.stringNode(scalar.getValue());
            default -> throw new IllegalArgumentException("anchors are not used in seeds");
        };
    }
}
