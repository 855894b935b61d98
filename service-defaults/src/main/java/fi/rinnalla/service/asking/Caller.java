package fi.rinnalla.service.asking;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks: a person or a system of one organisation, as a validated token tells it.
 *
 * @param name         unique over all issuers; the issuer and its own name for the person
 * @param login        the issuer's name for the person
 * @param organisation slug of the one organisation for which they now act
 */
public record Caller(String name, String login, String organisation, Set<UserRole> roles) {

    public boolean is(UserRole... any) {
        return List.of(any).stream().anyMatch(roles::contains);
    }

    /** Nobody, outside a request with a token. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    static Caller of(Jwt token) {
        var roles = EnumSet.noneOf(UserRole.class);
        Optional.ofNullable(token.getClaimAsStringList("roles")).stream()
                .flatMap(Collection::stream)
                .forEach(claim -> UserRole.of(claim).ifPresent(roles::add));
        // Tokens has refused those without.
        var login = requireNonNull(token.getSubject());
        var organisation = requireNonNull(token.getClaimAsString("org"));
        return new Caller(token.getClaimAsString("iss") + "#" + login, login, organisation, roles);
    }
}
