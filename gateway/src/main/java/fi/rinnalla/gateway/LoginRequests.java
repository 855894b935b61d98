package fi.rinnalla.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * How a login begins: the identity provider hears in which language, if one was chosen ({@code ?lang=sv} here,
 * {@code ui_locales} of OpenID Connect there).
 */
class LoginRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver usual;

    LoginRequests(ClientRegistrationRepository provider) {
        usual = new DefaultOAuth2AuthorizationRequestResolver(provider, ReturnToPage.LOGIN);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return inLanguage(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return inLanguage(request, usual.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest inLanguage(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
        if (begun == null) {
            return null;
        }
        return ReturnToPage.chosenLanguage(request)
                .map(language -> OAuth2AuthorizationRequest.from(begun)
                        .additionalParameters(more -> more.put("ui_locales", language.tag()))
                        .build())
                .orElse(begun);
    }
}
