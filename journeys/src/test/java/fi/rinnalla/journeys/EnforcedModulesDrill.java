package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build itself refuses a module that leans where it must not: shown on a copy with a bad dependency planted. */
class EnforcedModulesDrill {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} must not depend on {2}")
    @CsvSource({
        "session-service, fi.rinnalla, peer-expert-service, a service never depends on another",
        "gateway, org.springframework, spring-jdbc, the gateway has no database"
    })
    void aForbiddenDependencyStopsTheBuild(String module, String group, String artifact, String message)
            throws Exception {
        var copy = Copy.in(folder);
        var version = group.equals("fi.rinnalla") ? "<version>0.1.0</version>" : "";
        copy.replace(module + "/pom.xml", "<dependencies>", """
                <dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>""".formatted(group, artifact, version));

        var build = copy.maven("-o", "-q", "-DskipTests", "compile", "-pl", module, "-am");
        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains(message).contains(artifact);
    }
}
