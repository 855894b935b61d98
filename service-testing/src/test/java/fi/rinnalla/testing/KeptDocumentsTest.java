package fi.rinnalla.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.keeping.KeepingDefaults;
import fi.rinnalla.service.keeping.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Each slip that would lose or alter what people have kept, made in a stand-in and caught. */
class KeptDocumentsTest {

    private static final String EXAMPLE = """
            {"login": "antti.asiakas", "wishes": {"limits": ["not-at-my-home", "not-by-phone"]}, "workers": ["mikko", "petri"],
             "seen": {"lifti": {"times": 3, "often": true}}, "state": "paused"}""";

    enum Limit {
        @JsonProperty("not-at-my-home")
        NOT_AT_MY_HOME,
        @JsonProperty("not-by-phone")
        NOT_BY_PHONE
    }

    record Wishes(Set<Limit> limits) {}

    record Visits(int times) {
        public boolean isOften() {
            return times > 2;
        }
    }

    enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("paused")
        PAUSED
    }

    /** As it was when the example was written. */
    static class Client extends Whole {
        String login = "";
        Wishes wishes = new Wishes(Set.of());
        List<String> workers = List.of();
        java.util.Map<String, Visits> seen = java.util.Map.of();
        State state = State.ACTIVE;
    }

    static class FieldRenamed {
        static class Client extends Whole {
            String login = "";
            Wishes preferences = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
        }
    }

    static class OptionalFieldRenamed {
        static class Client extends Whole {
            @Nullable
            String userName;

            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
        }
    }

    static class PartRenamed {
        record Wishes(Set<Limit> bounds) {}

        static class Client extends Whole {
            String login = "";
            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
        }
    }

    static class ConstantRespelt {
        enum State {
            @JsonProperty("open")
            ACTIVE,
            @JsonProperty("paused")
            PAUSED
        }

        static class Client extends Whole {
            String login = "";
            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
        }
    }

    static class NotWrittenAgain {
        static class Client extends Whole {
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String login = "";

            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
        }
    }

    static class OrderLost {
        static class Client extends Whole {
            String login = "";
            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;

            void setWorkers(List<String> workers) {
                this.workers = workers.reversed();
            }
        }
    }

    static class FieldAdded {
        static class Client extends Whole {
            String login = "";
            Wishes wishes = new Wishes(Set.of());
            List<String> workers = List.of();
            java.util.Map<String, Visits> seen = java.util.Map.of();
            State state = State.ACTIVE;
            String language = "fi";
        }
    }

    @TempDir
    Path documents;

    KeptDocuments kept;

    @BeforeEach
    void anExampleIsKept() throws IOException {
        Files.createDirectories(documents.resolve("client"));
        Files.writeString(documents.resolve("client/1.json"), EXAMPLE);
        var mapper = KeepingDefaults.documents(JsonMapper.builder().build());
        assertThat(new KeptDocuments(documents, mapper, true).faults(Client.class))
                .isEmpty();
        assertThat(new KeptDocuments(documents, mapper, true).altered()).isEmpty();
        kept = new KeptDocuments(documents, mapper, false);
    }

    @Test
    void whatStaysAsItWasHasNoFault() {
        assertThat(kept.faults(Client.class)).isEmpty();
        assertThat(kept.altered()).isEmpty();
    }

    @Test
    void aFieldUnderAnotherNameIsCaught() {
        assertThat(kept.faults(FieldRenamed.Client.class))
                .anyMatch(fault -> fault.contains("Unrecognized property \"wishes\""));
        assertThat(kept.faults(OptionalFieldRenamed.Client.class))
                .anyMatch(fault -> fault.contains("Unrecognized property \"login\""));
    }

    @Test
    void aPartUnderAnotherNameIsCaught() {
        assertThat(kept.faults(PartRenamed.Client.class))
                .anyMatch(fault -> fault.contains("Unrecognized property \"limits\""));
    }

    @Test
    void aConstantThatIsSpeltOtherwiseIsCaughtThoughNoExampleHasIt() {
        assertThat(kept.faults(ConstantRespelt.Client.class))
                .anyMatch(fault -> fault.contains("\"state active\" is no longer read"))
                .anyMatch(fault -> fault.contains("the line \"state open\" is missing"))
                .hasSize(2);
    }

    @Test
    void whatIsReadAndNotWrittenAgainIsCaught() {
        assertThat(kept.faults(NotWrittenAgain.Client.class))
                .anyMatch(fault -> fault.contains("/login is lost when it is read and written again"));
    }

    @Test
    void whatIsWorkedOutOtherwiseIsCaught() throws IOException {
        Files.writeString(documents.resolve("client/1.json"), EXAMPLE.replace("\"often\": true", "\"often\": false"));
        assertThat(kept.faults(Client.class))
                .singleElement()
                .asString()
                .contains("/seen/lifti/often is true when it is read and written again; it was false");
    }

    @Test
    void aListInAnotherOrderIsCaught() {
        assertThat(kept.faults(OrderLost.Client.class))
                .anyMatch(fault -> fault.contains("/workers/0 is \"petri\" when it is read and written again"));
    }

    @Test
    void aNewFieldWantsASecondExampleAndTheFirstStays() throws IOException {
        assertThat(kept.faults(FieldAdded.Client.class))
                .anyMatch(fault -> fault.contains("1.json: /language is written as well"))
                .anyMatch(fault -> fault.contains("no example has the field language"));
        Files.writeString(
                documents.resolve("client/2.json"), EXAMPLE.replace("\"state\"", "\"language\": \"sv\", \"state\""));
        assertThat(kept.faults(FieldAdded.Client.class)).isEmpty();
    }

    @Test
    void aFieldThatNoExampleShowsIsCaught() throws IOException {
        Files.writeString(
                documents.resolve("client/1.json"), EXAMPLE.replace("\"lifti\": {\"times\": 3, \"often\": true}", ""));
        assertThat(kept.faults(Client.class))
                .anyMatch(fault -> fault.contains("no example has the field seen;"))
                .anyMatch(fault -> fault.contains("no example has the field seen/*/times;"));
    }

    @Test
    void anAggregateWithoutExampleIsCaught() throws IOException {
        Files.delete(documents.resolve("client/1.json"));
        assertThat(kept.faults(Client.class)).singleElement().asString().startsWith("Client has no example");
    }

    @Test
    void anExampleThatWasEditedRemovedOrNotEnteredIsCaught() throws IOException {
        var example = documents.resolve("client/1.json");
        Files.writeString(example, EXAMPLE.replace("wishes", "preferences"));
        assertThat(kept.altered()).anyMatch(fault -> fault.contains("client/1.json\" was edited or removed"));
        Files.delete(example);
        assertThat(kept.altered()).singleElement().asString().contains("was edited or removed");
        Files.writeString(example, EXAMPLE);
        Files.writeString(documents.resolve("client/2.json"), "{}");
        assertThat(kept.altered()).singleElement().asString().contains("client/2.json\" is missing");
    }

    @Test
    void anExampleMovesWithTheNameOfItsAggregateOrForAMigration() throws IOException {
        Files.createDirectories(documents.resolve("client/until-V105"));
        Files.move(documents.resolve("client/1.json"), documents.resolve("client/until-V105/1.json"));
        assertThat(kept.altered()).isEmpty();
    }

    @Test
    void everyAggregateOfAServiceIsFound() {
        assertThat(KeptDocuments.aggregatesOf(KeptDocumentsTest.class))
                .contains(Client.class, FieldRenamed.Client.class)
                .doesNotContain(Whole.class);
    }
}
