package fi.rinnalla.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document is valid by the official schema, and names exactly the topics and events that there are. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("asyncapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theDocumentIsValidAsyncApi3() throws IOException {
        assertThat(faults(Files.readString(DOCUMENT))).isEmpty();
    }

    @Test
    void anInvalidDocumentWouldBeCaught() throws IOException {
        assertThat(faults(Files.readString(DOCUMENT).replace("\"operations\"", "\"opperations\"")))
                .isNotEmpty();
    }

    @Test
    void itNamesEveryTopicAndEveryEventAndNoOthers() throws IOException {
        var document = JSON.readTree(DOCUMENT.toFile());
        var topics = document.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asString())
                .collect(Collectors.toSet());
        var expected = Contract.FAMILIES.stream()
                .map(family -> family.getAnnotation(Family.class).topic())
                .collect(Collectors.toSet());
        expected.add("organisation.{slug}");
        assertThat(topics).isEqualTo(expected);
        assertThat(document.at("/components/messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Contract.events().map(Contract::typeOf).toList());
    }

    @Test
    void whatAnOrganisationMayReadIsInItsChannelAndNothingElse() throws IOException {
        var document = JSON.readTree(DOCUMENT.toFile());
        assertThat(document.at("/channels/organisation/messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Contract.events()
                        .filter(event -> event.getAnnotation(Said.class).to() == Said.Audience.ORGANISATION)
                        .map(Contract::typeOf)
                        .toList());
    }

    private static List<String> faults(String document) throws IOException {
        try (var in = AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.schema.json")) {
            var schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(document, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
