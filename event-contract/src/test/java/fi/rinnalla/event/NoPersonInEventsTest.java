package fi.rinnalla.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No event has a place for a name, free text or a person: texts are slugs, periods and hashes, listed here one by one. */
class NoPersonInEventsTest {

    /** Each String that travels, and why it can't hold personal data. */
    private static final Set<String> TEXTS = Set.of(
            "unit", // slug of a unit
            "period", // 2017-W44, 2017-10 or 2017-Q4
            "indicator", // its name in the catalogue
            "question", // the key of a question in a set, a slug
            "person", // a pseudonym that is another in each quarter, and can't be computed without the service's secret
            "head"); // a hash

    @Test
    void everyTextThatTravelsIsOfAKnownKind() {
        assertThat(Contract.events().flatMap(NoPersonInEventsTest::unknownTexts))
                .isEmpty();
    }

    @Test
    void aNameWouldBeCaught() {
        record Careless(String unit, String clientName) {}
        assertThat(unknownTexts(Careless.class)).containsExactly("clientName");
    }

    @Test
    void theContractNeedsNothingButAnnotations() {
        var used = new ClassFileImporter()
                        .withImportOption(location -> !location.contains("test-classes"))
                        .importPackages("fi.rinnalla.event")
                        .stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .filter(
                                name -> List.of(
                                                "java.",
                                                "fi.rinnalla.event",
                                                "com.fasterxml.jackson.annotation",
                                                "org.jspecify")
                                        .stream()
                                        .noneMatch((name + ".")::startsWith));
        assertThat(used).isEmpty();
    }

    private static Stream<String> unknownTexts(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getType() == String.class)
                .map(component -> component.getName())
                .filter(name -> !TEXTS.contains(name));
    }
}
