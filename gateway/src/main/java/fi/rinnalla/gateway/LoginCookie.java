package fi.rinnalla.gateway;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A login that has begun, kept by the browser that began it and nowhere here: whoever begins a million of them fills
 * nothing. Sealed with a key made of the secret that the gateway shares with the identity provider, so another gateway,
 * or this one started again, ends what it did not begin. Half a page: docs/decisions/19-a-begun-login-is-a-cookie.md.
 */
class LoginCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String NAME = "__Host-rinnalla-login";

    private static final Duration LIVES = Duration.ofMinutes(10);
    private static final String SALT = "6c6f67696e636f6f"; // tells this key from others made of the same secret

    private final BytesEncryptor seal;
    private final ClientRegistration provider;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * What can't be known again without it.
     *
     * @param ends  in seconds; a cookie that somebody kept is of no use afterwards
     * @param page  where the login ends, if on a page that wanted it
     * @param login absent as long as the browser is only on its way to the login
     */
    record Begun(long ends, @Nullable String page, @Nullable Login login) {}

    record Login(
            String state,
            String redirectUri,
            @Nullable String nonce,
            @Nullable String codeVerifier) {}

    LoginCookie(String secret, ClientRegistration provider, Clock clock) {
        this.seal = Encryptors.stronger(secret, SALT);
        this.provider = provider;
        this.clock = clock;
    }

    /** The header that makes the browser keep the page on which the login that now begins shall end. */
    String remembering(String page) {
        return sealed(page, null);
    }

    Optional<String> page(HttpServletRequest request) {
        return read(request).map(Begun::page);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return read(request)
                .map(Begun::login)
                .filter(login -> login.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(this::asBegun)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            forget(response);
            return;
        }
        var login = new Login(
                requireNonNull(begun.getState()),
                requireNonNull(begun.getRedirectUri()),
                begun.getAttribute(OidcParameterNames.NONCE),
                begun.getAttribute(PkceParameterNames.CODE_VERIFIER));
        var page = ReturnToPage.isReturning(request) ? page(request).orElse(null) : null;
        response.addHeader(HttpHeaders.SET_COOKIE, sealed(page, login));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var begun = loadAuthorizationRequest(request);
        if (begun != null) {
            forget(response);
        }
        return begun;
    }

    private OAuth2AuthorizationRequest asBegun(Login login) {
        Map<String, Object> attributes =
                new HashMap<>(Map.of(OAuth2ParameterNames.REGISTRATION_ID, provider.getRegistrationId()));
        if (login.nonce() != null) {
            attributes.put(OidcParameterNames.NONCE, login.nonce());
        }
        if (login.codeVerifier() != null) {
            attributes.put(PkceParameterNames.CODE_VERIFIER, login.codeVerifier());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(provider.getClientId())
                .authorizationUri(requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
                .scopes(provider.getScopes())
                .state(login.state())
                .redirectUri(login.redirectUri())
                .attributes(all -> all.putAll(attributes))
                .build();
    }

    private Optional<Begun> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var begun = json.readValue(seal.decrypt(Base64.getUrlDecoder().decode(cookie.getValue())), Begun.class);
            return Optional.of(begun).filter(one -> one.ends() > clock.instant().getEpochSecond());
        } catch (IllegalArgumentException | IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private String sealed(@Nullable String page, @Nullable Login login) {
        Instant ends = clock.instant().plus(LIVES);
        var begun = json.writeValueAsBytes(new Begun(ends.getEpochSecond(), page, login));
        return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(seal.encrypt(begun)), LIVES);
    }

    private static void forget(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    private static String cookie(String value, Duration lives) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax") // the identity provider's page sends the browser back here
                .maxAge(lives)
                .build()
                .toString();
    }
}
