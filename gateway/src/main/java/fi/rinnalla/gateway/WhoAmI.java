package fi.rinnalla.gateway;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page who is logged in. Also hands out the form token that each later change must bring. */
@RestController
class WhoAmI {

    /** @param organisation absent where the provider names none */
    record Me(
            String login,
            String name,
            @Nullable String organisation,
            @Nullable String organisationName,
            List<String> roles) {}

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal @Nullable OidcUser user, @Nullable CsrfToken csrf) {
        if (user == null) {
            throw new fi.rinnalla.service.answering.NotFound(); // a system, which has a token and no page
        }
        if (csrf != null) {
            csrf.getToken(); // read, so that the cookie is set
        }
        var login = requireNonNull(user.getSubject()); // no ID token is accepted without it
        var organisation = user.getClaimAsString("org");
        return new Me(
                login,
                Objects.requireNonNullElse(user.getClaimAsString("name"), login),
                organisation,
                user.hasClaim("org_name") ? user.getClaimAsString("org_name") : organisation,
                Optional.ofNullable(user.getClaimAsStringList("roles")).orElse(List.of()));
    }
}
