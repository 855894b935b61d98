package fi.rinnalla.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.springframework.modulith.core.ApplicationModules;

/** How the inside of every service is built: features that keep to themselves, aggregates that know no machinery. */
public final class Structure {

    /** Whoever decides needs no framework: time, ids and chance come in as arguments. */
    static final ArchRule AGGREGATES_KNOW_NO_MACHINERY = noClasses()
            .that(areAggregates())
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "java.sql..", "tools.jackson..", "org.apache.kafka..", "java.time.zone.."))
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    static final ArchRule NO_EMPTY_WORDS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Entity")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util");

    private static final List<String> SERVICES =
            List.of("fi.rinnalla.session", "fi.rinnalla.peerexpert", "fi.rinnalla.feedback", "fi.rinnalla.gateway");

    private Structure() {}

    /** Modulith's own check, and the rules of this house. */
    public static void check(Class<?> service) {
        ApplicationModules.of(service, new ImportOption.DoNotIncludeTests()).verify();
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(service.getPackageName());
        check(classes, service.getPackageName());
    }

    static void check(JavaClasses classes, String service) {
        AGGREGATES_KNOW_NO_MACHINERY.allowEmptyShould(true).check(classes);
        NO_EMPTY_WORDS.check(classes);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to another service",
                        type -> isService(type.getPackageName())
                                && !type.getPackageName().startsWith(service)))
                .check(classes);
    }

    private static boolean isService(String packageName) {
        return SERVICES.stream().anyMatch(service -> (packageName + ".").startsWith(service + "."));
    }

    /** A class that has a repository named by its plural is an aggregate: Meeting, Meetings. */
    private static DescribedPredicate<JavaClass> areAggregates() {
        return DescribedPredicate.describe(
                "are aggregates",
                type -> type.getPackage().getClasses().stream()
                        .anyMatch(other -> other.getSimpleName().equals(type.getSimpleName() + "s")));
    }
}
