package fi.rinnalla.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of problems in the docs is closed: the code answers with these and no others. */
class ProblemsAreDocumentedTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:new Refused\\(|(?<!page\\()HttpStatus\\.\\w+,|problem\\(status,)\\s*\"([a-z-]+)\"");
    private static final Pattern IN_DOCS = Pattern.compile("^\\| `([a-z-]+)` \\| \\d", Pattern.MULTILINE);

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyProblemOfTheCodeIsInTheDocsAndTheOtherWayRound() throws IOException {
        var inCode = new TreeSet<String>();
        try (var files = Files.walk(REPOSITORY)) {
            for (var file : files.filter(one -> one.toString().contains("src/main")
                            && one.toString().endsWith(".java"))
                    .toList()) {
                inCode.addAll(found(IN_CODE, Files.readString(file)));
            }
        }
        assertThat(inCode).contains("meeting-already-held", "not-found", "too-many-requests");
        assertThat(found(IN_DOCS, Files.readString(REPOSITORY.resolve("docs/problems.md"))))
                .isEqualTo(inCode);
    }
}
