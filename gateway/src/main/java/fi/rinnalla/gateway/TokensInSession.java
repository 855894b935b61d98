package fi.rinnalla.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;

/**
 * Tokens live in the session and end with it. To keep the first ones makes the session; where there are too many already,
 * the login fails for now.
 */
class TokensInSession implements OAuth2AuthorizedClientRepository {

    private final OAuth2AuthorizedClientRepository session = new HttpSessionOAuth2AuthorizedClientRepository();

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String provider, Authentication who, HttpServletRequest request) {
        return session.loadAuthorizedClient(provider, who, request);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            request.getSession();
        } catch (IllegalStateException tooMany) {
            throw new SessionAuthenticationException("too many sessions");
        }
        session.saveAuthorizedClient(tokens, who, request, response);
    }

    @Override
    public void removeAuthorizedClient(
            String provider, Authentication who, HttpServletRequest request, HttpServletResponse response) {
        session.removeAuthorizedClient(provider, who, request, response);
    }
}
