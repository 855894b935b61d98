package fi.rinnalla.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the session at the identity provider too: on a shared machine the next person must not become this one. */
record LogoutAtProvider(String address, String publicAddress) implements LogoutSuccessHandler {

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var home = publicAddress.isEmpty()
                ? request.getRequestURL().toString().replaceFirst("(https?://[^/]+).*", "$1/")
                : publicAddress + "/";
        var target = authentication != null && authentication.getPrincipal() instanceof OidcUser user
                ? UriComponentsBuilder.fromUriString(address)
                        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                        .queryParam("post_logout_redirect_uri", home)
                        .encode()
                        .toUriString()
                : home;
        // The page follows by itself: a redirect to another host would be followed by its script and come to nothing.
        response.setContentType("application/json");
        response.getWriter().write("{\"continueAt\":\"" + target + "\"}");
    }
}
