package fi.rinnalla.service.asking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Believes a token again that was believed less than a minute ago: to check its signature took a third of a request's time.
 * What was refused is never remembered, nothing is believed beyond its own end, and an issuer's withdrawn key lives on for
 * that minute at most.
 */
final class RememberedTokens implements AuthenticationManager {

    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final int MOST_TOKENS = 2_000;

    private final AuthenticationManager checking;
    private final Cache<String, Authentication> believed;

    RememberedTokens(AuthenticationManager checking, Clock clock, Ticker ticker) {
        this.checking = checking;
        this.believed = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .ticker(ticker)
                .expireAfter(Expiry.<String, Authentication>creating((token, who) -> untilItsEnd(who, clock)))
                .build();
    }

    private static Duration untilItsEnd(Authentication who, Clock clock) {
        Instant end = Objects.requireNonNull(((Jwt) Objects.requireNonNull(who.getPrincipal())).getExpiresAt());
        var left = Duration.between(clock.instant(), end);
        return Stream.of(left, AT_MOST)
                .min(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    @Override
    public Authentication authenticate(Authentication asking) {
        var token = ((BearerTokenAuthenticationToken) asking).getToken();
        var known = believed.getIfPresent(token);
        if (known != null) {
            return known;
        }
        var checked = checking.authenticate(asking);
        believed.put(token, checked);
        return checked;
    }
}
