package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.keeping.Keeping;
import fi.rinnalla.testing.KeptDocuments;
import fi.rinnalla.testing.RealService;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What people have kept stays readable: every aggregate's document, by the examples in {@code documents}. */
@RealService
class DocumentsTest {

    @Autowired
    Keeping keeping;

    @TestFactory
    Stream<DynamicTest> whatIsKeptOfAnAggregateIsReadAndWrittenAgainWithoutLoss() {
        var kept = new KeptDocuments(Path.of("documents"), keeping.json());
        return KeptDocuments.aggregatesOf(FeedbackService.class).stream()
                .map(aggregate -> DynamicTest.dynamicTest(
                        aggregate.getSimpleName(),
                        () -> assertThat(kept.faults(aggregate)).isEmpty()));
    }

    @Test
    void examplesAreOnlyAddedTo() {
        assertThat(new KeptDocuments(Path.of("documents"), keeping.json()).altered())
                .isEmpty();
    }
}
