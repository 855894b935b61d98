package fi.rinnalla.service.asking;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/**
 * Believes a token only if all of it holds: signature by the issuer's key with RS256, time, issuer, audience, and an
 * organisation that this issuer may speak for. Spring's own resolver checks neither of the last two.
 */
final class Tokens {

    private static final Duration CLOCKS_MAY_DIFFER_BY = Duration.ofSeconds(30);

    private Tokens() {}

    static AuthenticationManagerResolver<HttpServletRequest> resolver(TrustedIssuers trusted) {
        Map<String, AuthenticationManager> byIssuer = trusted.issuers().stream()
                .collect(Collectors.toMap(TrustedIssuers.Issuer::issuer, issuer -> managerFor(issuer, trusted)));
        var byToken = new JwtIssuerAuthenticationManagerResolver(issuer -> Optional.ofNullable(byIssuer.get(issuer))
                .orElseThrow(() -> new InvalidBearerTokenException("the issuer is not trusted")));
        @SuppressWarnings("NullAway") // it is the same for each request: the issuer is read from the token alone
        var checking = byToken.resolve(null);
        var remembered = new RememberedTokens(checking, Clock.systemUTC(), Ticker.systemTicker());
        return request -> remembered;
    }

    private static AuthenticationManager managerFor(TrustedIssuers.Issuer issuer, TrustedIssuers trusted) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(issuer.jwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_MAY_DIFFER_BY),
                new JwtIssuerValidator(issuer.issuer()),
                must(token -> token.getExpiresAt() != null, "the token never expires"),
                must(token -> token.getSubject() != null, "the token names nobody"),
                must(
                        token -> token.getAudience() != null
                                && token.getAudience().contains(trusted.audience()),
                        "the token is for another audience"),
                must(
                        token -> issuer.organisations()
                                .contains(String.valueOf(token.getClaims().get("org"))),
                        "the issuer may not speak for the token's organisation")));
        return new JwtAuthenticationProvider(decoder)::authenticate;
    }

    private static OAuth2TokenValidator<Jwt> must(java.util.function.Predicate<Jwt> holds, String otherwise) {
        return token -> holds.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }
}
