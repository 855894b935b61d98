package fi.rinnalla.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed JSON Schemas are those of the records. To write them anew after a change:
 * {@code ./mvnw test -pl event-contract -Dschemas.write=true}.
 */
class SchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @MethodSource("fi.rinnalla.event.Contract#events")
    void aCommittedSchemaIsThatOfItsRecord(Class<? extends Event> event) throws IOException {
        var file = Contract.SCHEMAS.resolve(Contract.typeOf(event) + ".schema.json");
        var derived = derived(event);
        if (Boolean.getBoolean("schemas.write")) {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(derived) + "\n");
        }
        assertThat(JSON.readTree(file.toFile())).isEqualTo(derived);
    }

    @Test
    void everySchemaBelongsToAnEvent() throws IOException {
        try (var files = Files.list(Contract.SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Contract.events()
                            .map(event -> Contract.typeOf(event) + ".schema.json")
                            .toList());
        }
    }

    @Test
    void everyNameOnTheWireIsSaidInSoManyWords() {
        assertThat(Contract.events().flatMap(event -> Arrays.stream(event.getRecordComponents())))
                .allMatch(SchemasTest::namesItself);
        record Careless(String name) {}
        assertThat(namesItself(Careless.class.getRecordComponents()[0])).isFalse();
    }

    private static boolean namesItself(RecordComponent component) {
        var name = component.getAccessor().getAnnotation(JsonProperty.class);
        return name != null && !name.value().isEmpty();
    }

    private static JsonNode derived(Class<? extends Event> event) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.INLINE_ALL_SCHEMAS)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        var schema = (ObjectNode) new SchemaGenerator(config.build()).generateSchema(Envelope.class, event);
        var properties = (ObjectNode) schema.path("properties");
        properties.set("type", JSON.createObjectNode().put("const", Contract.typeOf(event)));
        properties.set("specversion", JSON.createObjectNode().put("const", Envelope.SPEC_VERSION));
        ((ObjectNode) properties.path("sequence")).put("minimum", 1);
        ((ObjectNode) properties.path("epoch")).put("minimum", 1);
        return JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", Contract.typeOf(event))
                .setAll(schema);
    }
}
