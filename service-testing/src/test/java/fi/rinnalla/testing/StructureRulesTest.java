package fi.rinnalla.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import fi.rinnalla.session.bad.Plan;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Each rule of the structure has a bad example that it catches; the examples stand in {@code fi.rinnalla.session.bad}. */
class StructureRulesTest {

    private static final com.tngtech.archunit.core.domain.JavaClasses BAD =
            new ClassFileImporter().importPackages("fi.rinnalla.session.bad");

    @Test
    void anAggregateThatLooksAtTheClockItselfIsCaught() {
        assertThatThrownBy(() -> Structure.AGGREGATES_KNOW_NO_MACHINERY.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Plan.class.getSimpleName());
    }

    @Test
    void anEmptyWordInANameIsCaught() {
        assertThatThrownBy(() -> Structure.NO_EMPTY_WORDS.check(BAD)).hasMessageContaining("PlanHelper");
    }

    @Test
    void aServiceThatReachesIntoAnotherIsCaught() {
        assertThatThrownBy(() -> Structure.check(
                        new ClassFileImporter().importPackages("fi.rinnalla.feedback.bad"), "fi.rinnalla.feedback"))
                .hasMessageContaining("belong to another service");
    }

    @Test
    void twoFeaturesThatLeanOnEachOtherAreCaught() {
        var modules = ApplicationModules.of("fi.rinnalla.circle", location -> true);
        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("Cycle");
        assertThat(modules.stream()).hasSize(2);
    }
}
