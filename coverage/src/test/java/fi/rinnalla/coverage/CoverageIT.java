package fi.rinnalla.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No module covers less than it does today; and the figures stand beside the report, in its README.md. */
class CoverageIT {

    private static final Path REPORT = Path.of("target", "site", "jacoco-aggregate");
    private static final Map<String, Module> MODULES = new TreeMap<>();

    private record Module(long lines, long linesRun, long branches, long branchesTaken) {

        static final Module NONE = new Module(0, 0, 0, 0);

        Module plus(Module other) {
            return new Module(
                    lines + other.lines,
                    linesRun + other.linesRun,
                    branches + other.branches,
                    branchesTaken + other.branchesTaken);
        }

        double linePercent() {
            return percent(linesRun, lines);
        }

        String row(String name) {
            return "| %s | %d | %.1f %% | %.1f %% |"
                    .formatted(name, lines, linePercent(), percent(branchesTaken, branches));
        }

        private static double percent(long some, long all) {
            return all == 0 ? 100 : 100.0 * some / all;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        // GROUP,PACKAGE,CLASS, then missed and covered of: instructions, branches, lines, complexity, methods
        Files.readAllLines(REPORT.resolve("jacoco.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(line -> MODULES.merge(
                        line[0].substring(line[0].lastIndexOf('/') + 1),
                        new Module(sum(line, 7, 8), sum(line, 8), sum(line, 5, 6), sum(line, 6)),
                        Module::plus));
    }

    private static long sum(String[] line, int... columns) {
        long sum = 0;
        for (int column : columns) {
            sum += Long.parseLong(line[column]);
        }
        return sum;
    }

    /** A little below what each keeps. What {@code local} runs in a process of its own (./rinnalla) is not seen. */
    @ParameterizedTest(name = "{0} runs at least {1} % of its lines")
    @CsvSource({
        "event-contract, 99",
        "service-defaults, 92",
        "session-service, 95",
        "peer-expert-service, 95",
        "feedback-service, 95",
        "gateway, 85",
        "demo-identity, 90",
        "local, 60"
    })
    void aModuleCoversWhatItDoesToday(String module, double floor) {
        assertThat(MODULES).containsKey(module);
        assertThat(MODULES.getOrDefault(module, Module.NONE).linePercent())
                .as("percent of the lines of %s; see coverage/%s/index.html", module, REPORT)
                .isGreaterThanOrEqualTo(floor);
    }

    @Test
    void theFiguresStandBesideTheReport() throws IOException {
        var readme = new StringBuilder("""
                # Coverage

                Measured by JaCoCo while `./mvnw verify` ran: by the tests of all modules and by the journeys, which run \
                the services as
                processes of their own. A process that a journey kills tells nothing of what it ran. The least that each \
                module keeps
                stands in `CoverageIT`; each line of code is coloured in `index.html`.

                | module | lines | lines run | branches taken |
                |---|---|---|---|
                """);
        MODULES.forEach((name, module) -> readme.append(module.row(name)).append(System.lineSeparator()));
        readme.append(MODULES.values().stream()
                        .reduce(Module.NONE, Module::plus)
                        .row("all"))
                .append(System.lineSeparator());
        Files.writeString(REPORT.resolve("README.md"), readme);
        assertThat(readme).contains("| session-service | ", "| all | ");
    }
}
