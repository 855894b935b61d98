package fi.rinnalla.local.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.local.infrastructure.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken seed file is told with its line and reason, before anything is loaded. */
class BrokenSeedsTest {

    private static final Path SEEDS = Path.of("../seeds");

    @TempDir
    Path folder;

    @Test
    void theSeedsThemselvesAreWhole() throws Exception {
        try (var files = Files.list(SEEDS)) {
            for (var file : files.toList()) {
                assertThat(SeedFile.read(file).meetings()).isNotEmpty();
            }
        }
    }

    @Test
    void aLineThatIsNoYamlIsTold() {
        assertBroken(good().replace("units:\n", "units: [\n"), "line 7", "Nothing was loaded");
    }

    @Test
    void anUnknownFieldIsToldWithItsLine() {
        assertBroken(
                good().replaceFirst("    kind: one-to-one\n", "    kind: one-to-one\n    colour: red\n"),
                "line ",
                "colour");
    }

    @Test
    void aMissingFieldIsToldWithTheLineOfItsMeeting() {
        assertBroken(good().replaceFirst("    kind: one-to-one\n", ""), "line ", "kind is missing");
    }

    @Test
    void aNumberThatIsNoneIsTold() {
        assertBroken(
                good().replaceFirst("plannedMinutes: \\d+", "plannedMinutes: long"), "line ", "Nothing was loaded");
    }

    @Test
    void anAnswerWithoutAPrivateQuestionIsTold() {
        assertBroken(
                good().replaceFirst("closingQuestion: private", "closingQuestion: declined"),
                "line ",
                "closingQuestion: private");
    }

    @Test
    void aBrokenFileStopsTheLoadingBeforeAnyRequest() throws Exception {
        Files.writeString(folder.resolve("1-good.yaml"), good());
        Files.writeString(folder.resolve("2-broken.yaml"), "organisation: x\n");
        // Nobody listens at this address: a request would fail with another sentence.
        assertThatThrownBy(() -> new LoadSeeds("http://localhost:1", folder, line -> {}).load())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2-broken.yaml, line 1")
                .hasMessageContaining("coordinator is missing");
    }

    private void assertBroken(String content, String... told) {
        assertThatThrownBy(() -> SeedFile.read(Files.writeString(folder.resolve("seeds.yaml"), content)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(told);
    }

    private static String good() {
        try {
            return Files.readString(SEEDS.resolve("10-sovatek.yaml"));
        } catch (java.io.IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
