package fi.rinnalla.service.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2017-10-31T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();

    private RememberedTokens endingIn(Duration left) {
        return new RememberedTokens(
                asking -> {
                    checks.incrementAndGet();
                    var token = ((BearerTokenAuthenticationToken) asking).getToken();
                    if (token.equals("forged")) {
                        throw new InvalidBearerTokenException("forged");
                    }
                    return new JwtAuthenticationToken(Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject(token)
                            .expiresAt(NOW.plus(left))
                            .build());
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                nanos::get);
    }

    private static String whoIs(RememberedTokens tokens, String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token)).getName();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aTokenIsCheckedOnceAMinuteAndIsNeverTakenForAnother() {
        var tokens = endingIn(Duration.ofHours(1));
        assertThat(whoIs(tokens, "antti")).isEqualTo("antti");
        pass(Duration.ofSeconds(59));
        assertThat(whoIs(tokens, "antti")).isEqualTo("antti");
        assertThat(checks).hasValue(1);
        assertThat(whoIs(tokens, "mikko")).isEqualTo("mikko");
        pass(Duration.ofSeconds(2));
        whoIs(tokens, "antti");
        assertThat(checks).hasValue(3);
    }

    @Test
    void nothingIsBelievedBeyondItsOwnEnd() {
        var tokens = endingIn(Duration.ofSeconds(5));
        whoIs(tokens, "antti");
        pass(Duration.ofSeconds(6));
        whoIs(tokens, "antti");
        assertThat(checks).hasValue(2);
    }

    /** The clocks of two machines differ, so a token may be believed just after its end, but each time anew. */
    @Test
    void whatHasEndedIsNotRemembered() {
        var tokens = endingIn(Duration.ofSeconds(-10));
        whoIs(tokens, "antti");
        whoIs(tokens, "antti");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aRefusedTokenIsRefusedEachTime() {
        var tokens = endingIn(Duration.ofHours(1));
        for (int n = 1; n <= 2; n++) {
            assertThatThrownBy(() -> whoIs(tokens, "forged")).isInstanceOf(AuthenticationException.class);
            assertThat(checks).hasValue(n);
        }
    }
}
