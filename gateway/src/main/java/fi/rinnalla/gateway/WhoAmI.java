package fi.rinnalla.gateway;

import java.util.List;
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

    record Me(String login, String name, String organisation, String organisationName, List<String> roles) {}

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal @Nullable OidcUser user, @Nullable CsrfToken csrf) {
        if (user == null) {
            throw new fi.rinnalla.service.answering.NotFound(); // a system, which has a token and no page
        }
        if (csrf != null) {
            csrf.getToken(); // read, so that the cookie is set
        }
        return new Me(
                user.getSubject(),
                Optional.ofNullable(user.getClaimAsString("name")).orElse(user.getSubject()),
                user.getClaimAsString("org"),
                Optional.ofNullable(user.getClaimAsString("org_name")).orElse(user.getClaimAsString("org")),
                Optional.ofNullable(user.getClaimAsStringList("roles")).orElse(List.of()));
    }
}
