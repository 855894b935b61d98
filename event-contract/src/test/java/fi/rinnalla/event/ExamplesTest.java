package fi.rinnalla.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Examples are written by hand and only added to: each stays readable for ever. */
class ExamplesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @MethodSource("fi.rinnalla.event.Contract#events")
    void everyEventHasExamplesThatItsSchemaAcceptsAndItsRecordReads(Class<? extends Event> event) throws IOException {
        var examples = examplesOf(Contract.typeOf(event));
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            var text = Files.readString(example);
            assertThat(faults(event, text)).as(example.toString()).isEmpty();
            assertThat(JSON.treeToValue(JSON.readTree(text).path("data"), event))
                    .isInstanceOf(event);
        }
    }

    @Test
    void aSchemaRefusesWhatIsNotTheEvent() throws IOException {
        var event = Contract.events()
                .filter(one -> Contract.typeOf(one).equals("fi.rinnalla.meeting.held"))
                .findFirst()
                .orElseThrow();
        var good = Files.readString(examplesOf("fi.rinnalla.meeting.held").getFirst());
        assertThat(faults(event, good.replace("\"face-to-face\"", "\"FACE_TO_FACE\"")))
                .isNotEmpty();
        assertThat(faults(event, good.replace("\"unit\"", "\"unti\""))).isNotEmpty();
        assertThat(faults(event, good.replace("fi.rinnalla.meeting.held", "fi.rinnalla.meeting.moved")))
                .isNotEmpty();
    }

    private static List<String> faults(Class<? extends Event> event, String text) throws IOException {
        var schema = Files.readString(Contract.SCHEMAS.resolve(Contract.typeOf(event) + ".schema.json"));
        return SCHEMAS.getSchema(schema, InputFormat.JSON).validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Path> examplesOf(String type) throws IOException {
        try (var files = Files.list(Contract.EXAMPLES.resolve(type))) {
            return files.sorted().toList();
        }
    }
}
