package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    private final Breaker breaker = new Breaker(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void threeMissesInARowAreEnoughAndOneTriesAgainAfterAWhile() {
        breaker.missed();
        breaker.missed();
        breaker.answered();
        breaker.missed();
        breaker.missed();
        assertThat(breaker.mayAsk()).as("never three in a row").isTrue();
        breaker.missed();
        assertThat(breaker.mayAsk()).isFalse();

        now = now.plus(Duration.ofSeconds(5));
        assertThat(breaker.mayAsk()).as("one tries").isTrue();
        assertThat(breaker.mayAsk()).as("the others don't wait for it").isFalse();
        breaker.missed();
        assertThat(breaker.mayAsk()).isFalse();

        now = now.plus(Duration.ofSeconds(5));
        assertThat(breaker.mayAsk()).isTrue();
        breaker.answered();
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.mayAsk()).isTrue();
    }
}
