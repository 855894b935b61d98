package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.local.run.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An analyst reads the organisation's own stream with a client that is not ours, and validates it by the schemas. */
class AnalystIT {

    private static final Path SCHEMAS = Running.REPOSITORY.resolve("event-contract/schemas");

    @Test
    void theOwnStreamIsReadWithKcatAndEveryEventFitsItsSchema() throws Exception {
        var validator = Tools.need("jsonschema");
        var events = kcat("sovatek", "sovatek").output();
        assertThat(events).hasSizeGreaterThan(90);
        var json = JsonMapper.shared();
        var types = new java.util.TreeMap<String, Path>();
        for (var event : events) {
            var type = json.readTree(event).path("type").asString();
            if (!types.containsKey(type)) {
                types.put(type, Files.writeString(Files.createTempFile("event", ".json"), event));
            }
            assertThat(json.readTree(event).path("organisation").asString()).isEqualTo("sovatek");
        }
        assertThat(types)
                .containsKeys("fi.rinnalla.meeting.held", "fi.rinnalla.plan.revised", "fi.rinnalla.feedback.given");
        for (var type : types.entrySet()) {
            var run = run(List.of(
                    validator.toString(),
                    "-i",
                    type.getValue().toString(),
                    SCHEMAS.resolve(type.getKey() + ".schema.json").toString()));
            assertThat(run.status()).as(type.getKey() + run.output()).isZero();
        }
    }

    @Test
    void noNameAndNoWordIsInAnyEvent() throws Exception {
        var stream = String.join("\n", kcat("sovatek", "sovatek").output());
        assertThat(stream).doesNotContain("antti", "mikko", "kaisa", "sari", "aulaisäntänä", "Toivoisin", "Keksitty");
    }

    @Test
    void anotherOrganisationsStreamAndTheInternalTopicsAreClosed() throws Exception {
        assertThat(kcat("sovatek", "jyvaskyla").status()).isNotZero();
        assertThat(kcatTopic("sovatek", "meeting").status()).isNotZero();
        assertThat(kcatTopic("sovatek", "feedback").status()).isNotZero();
    }

    private record Run(int status, List<String> output) {}

    private static Run kcat(String analystOf, String organisation) throws Exception {
        return kcatTopic(analystOf, "organisation." + organisation);
    }

    private static Run kcatTopic(String analystOf, String topic) throws Exception {
        return run(List.of(
                Tools.need("kcat").toString(),
                "-C",
                "-e",
                "-q",
                "-b",
                "localhost:" + Running.system().ports().kafka(),
                "-X",
                "security.protocol=SASL_PLAINTEXT",
                "-X",
                "sasl.mechanism=PLAIN",
                "-X",
                "sasl.username=analyst." + analystOf,
                "-X",
                "sasl.password=" + LocalSystem.analystPassword(analystOf),
                "-t",
                topic));
    }

    private static Run run(List<String> command) throws Exception {
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
