package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TabletsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Tablets tablets = new Tablets(Duration.ofSeconds(30), nanos::get);

    @Test
    void aCodeIsShownAgainOnlyWhileTheGiverStandsThere() {
        assertThat(tablets.mayShowCode("door", "form", true)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(tablets.mayShowCode("door", "form", false)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(tablets.mayShowCode("door", "form", false)).isFalse();
    }

    @Test
    void theNextFormOfTheSameDoorEndsIt() {
        tablets.mayShowCode("door", "form", true);
        tablets.mayShowCode("another-door", "another-form", true);
        tablets.opened("door");
        assertThat(tablets.mayShowCode("door", "form", false)).isFalse();
        assertThat(tablets.mayShowCode("another-door", "another-form", false)).isTrue();
    }

    @Test
    void whatWasSentBeforeThisInstanceBeganIsNotShown() {
        assertThat(tablets.mayShowCode("door", "form", false)).isFalse();
    }
}
