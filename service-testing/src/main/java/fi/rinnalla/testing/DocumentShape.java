package fi.rinnalla.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;

/**
 * What a mapper would write of a type: every field, as {@code workers/*}{@code /from}, where a star is each entry of a list or
 * map; which of the lists are sets; and the enums with the spellings of their constants.
 */
final class DocumentShape {

    private final Set<String> fields = new TreeSet<>();
    private final Set<String> sets = new HashSet<>();
    private final Set<String> maps = new HashSet<>();
    private final Map<String, JavaType> enums = new TreeMap<>();
    private final Map<String, Set<String>> constants = new TreeMap<>();

    private DocumentShape() {}

    static DocumentShape of(JsonMapper mapper, Class<?> type) {
        var shape = new DocumentShape();
        mapper.acceptJsonFormatVisitor(type, shape.new Walk("", List.of()));
        return shape;
    }

    Set<String> fields() {
        return fields;
    }

    /** Each as {@code field constant}. */
    Stream<String> spellings() {
        return constants.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(constant -> one.getKey() + " " + constant));
    }

    boolean reads(JsonMapper mapper, String field, String constant) {
        var type = enums.get(field);
        try {
            return type != null && mapper.readValue(mapper.writeValueAsString(constant), type) != null;
        } catch (JacksonException unread) {
            return false;
        }
    }

    /** The fields that a document shows something of. */
    Set<String> fieldsIn(JsonNode document) {
        var shown = new TreeSet<String>();
        collect(document, "", shown);
        return shown;
    }

    private void collect(JsonNode node, String path, Set<String> shown) {
        if (node.isObject()) {
            node.propertyStream().forEach(one -> {
                var field = below(path, one.getKey());
                if (!one.getValue().isNull()
                        && !(one.getValue().isContainer() && one.getValue().isEmpty())) {
                    shown.add(field);
                }
                collect(one.getValue(), field, shown);
            });
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, path + "/*", shown));
        }
    }

    private String below(String path, String name) {
        return maps.contains(path) ? path + "/*" : path.isEmpty() ? name : path + "/" + name;
    }

    /**
     * One place in which what was written again is not what was read.
     *
     * @param was null where there was nothing
     * @param is  null where nothing is left
     */
    record Difference(String field, String place, JsonNode was, JsonNode is) {
        boolean isNew() {
            return was.isMissingNode();
        }

        @Override
        public String toString() {
            if (isNew()) {
                return "%s is written as well (%s); write another example that has it".formatted(place, is);
            }
            return is.isMissingNode()
                    ? "%s is lost when it is read and written again; it was %s".formatted(place, was)
                    : "%s is %s when it is read and written again; it was %s".formatted(place, is, was);
        }
    }

    List<Difference> differences(JsonNode was, JsonNode is) {
        var all = new ArrayList<Difference>();
        compare("", "", was, is, all);
        return all;
    }

    private void compare(String field, String place, JsonNode was, JsonNode is, List<Difference> all) {
        if (was.isObject() && is.isObject()) {
            var names = new TreeSet<String>(was.propertyNames());
            names.addAll(is.propertyNames());
            names.forEach(name -> compare(below(field, name), place + "/" + name, was.path(name), is.path(name), all));
        } else if (was.isArray() && is.isArray() && was.size() == is.size() && !sets.contains(field)) {
            for (int i = 0; i < was.size(); i++) {
                compare(field + "/*", place + "/" + i, was.get(i), is.get(i), all);
            }
        } else if (sets.contains(field) && was.isArray() && is.isArray()
                ? !sorted(was).equals(sorted(is))
                : !was.equals(is)) {
            all.add(new Difference(field, place, was, is));
        }
    }

    private static List<String> sorted(JsonNode set) {
        return set.valueStream().map(JsonNode::toString).sorted().toList();
    }

    private final class Walk extends JsonFormatVisitorWrapper.Base {

        private final String path;
        private final List<JavaType> within;

        Walk(String path, List<JavaType> within) {
            this.path = path;
            this.within = within;
        }

        /** A type that holds itself is not entered again. */
        private void enter(String deeper, JavaType type, JsonFormatVisitable written) {
            if (!within.contains(type)) {
                var walk = new Walk(
                        deeper, Stream.concat(within.stream(), Stream.of(type)).toList());
                walk.setContext(getContext());
                written.acceptJsonFormatVisitor(walk, type);
            }
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            return new JsonObjectFormatVisitor.Base(getContext()) {
                @Override
                public void property(BeanProperty property) {
                    optionalProperty(property);
                }

                @Override
                public void optionalProperty(BeanProperty property) {
                    var name = path.isEmpty() ? property.getName() : path + "/" + property.getName();
                    fields.add(name);
                    enter(
                            name,
                            property.getType(),
                            getContext().findPrimaryPropertySerializer(property.getType(), property));
                }
            };
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
            if (Set.class.isAssignableFrom(type.getRawClass())) {
                sets.add(path);
            }
            return new JsonArrayFormatVisitor.Base(getContext()) {
                @Override
                public void itemsFormat(JsonFormatVisitable items, JavaType item) {
                    enter(path + "/*", item, items);
                }
            };
        }

        @Override
        public JsonMapFormatVisitor expectMapFormat(JavaType type) {
            maps.add(path);
            return new JsonMapFormatVisitor.Base(getContext()) {
                @Override
                public void valueFormat(JsonFormatVisitable values, JavaType value) {
                    enter(path + "/*", value, values);
                }
            };
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            return new JsonStringFormatVisitor.Base() {
                @Override
                public void enumTypes(Set<String> spellings) {
                    if (type.isEnumType()) {
                        enums.put(path, type);
                        constants.computeIfAbsent(path, any -> new TreeSet<>()).addAll(spellings);
                    }
                }
            };
        }
    }
}
