package fi.rinnalla.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who asks, as far as it can be told before anything is checked: by a session, which only a login makes, or by a token that
 * was proved before. As a filter it stands behind those that check, and remembers what they found. It opens nothing to
 * anybody; {@link Limits} alone asks it.
 */
class WhoIsKnown extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** By the token's hash: a token itself lies nowhere longer than its request. */
    private final Cache<String, String> proved = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Optional<String> name(HttpServletRequest request) {
        return ofSession(request).or(() -> token(request).map(WhoIsKnown::hash).map(proved::getIfPresent));
    }

    private static Optional<String> ofSession(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getSession(false))
                    .map(session ->
                            session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                    .map(context -> ((SecurityContext) context).getAuthentication())
                    .map(who -> who.getName());
        } catch (IllegalStateException endedJustNow) {
            return Optional.empty();
        }
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = request.getUserPrincipal();
        if (who != null) {
            token(request).ifPresent(token -> proved.put(hash(token), who.getName()));
        }
        chain.doFilter(request, response);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
