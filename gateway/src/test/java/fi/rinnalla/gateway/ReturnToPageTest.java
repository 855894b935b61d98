package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

class ReturnToPageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final LoginCookie begun = at(NOW);
    private final ReturnToPage returning = new ReturnToPage(new Problems(JsonMapper.shared()), begun);

    private static LoginCookie at(Instant now) {
        return new LoginCookie(
                "secret",
                ClientRegistration.withRegistrationId("rinnalla")
                        .clientId("gateway")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/back")
                        .authorizationUri("http://provider/authorize")
                        .tokenUri("http://provider/token")
                        .build(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static Cookie cookie(String header) {
        return new Cookie(LoginCookie.NAME, header.substring(header.indexOf('=') + 1, header.indexOf(';')));
    }

    private Cookie opened(String path, String lang) throws Exception {
        var request = request("GET", path);
        request.setParameter("lang", lang);
        var response = new MockHttpServletResponse();
        returning.commence(request, response, new InsufficientAuthenticationException("nobody"));
        assertThat(response.getRedirectedUrl()).startsWith("/oauth2/authorization/rinnalla?returning");
        return cookie(java.util.Objects.requireNonNull(response.getHeader("Set-Cookie")));
    }

    private static String afterLogin(ReturnToPage returning, Cookie cookie) throws Exception {
        var request = request("GET", "/login/oauth2/code/rinnalla");
        request.setCookies(cookie);
        var response = new MockHttpServletResponse();
        returning.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("sari", ""));
        return String.valueOf(response.getRedirectedUrl());
    }

    private String afterLogin(Cookie cookie) throws Exception {
        return afterLogin(returning, cookie);
    }

    @Test
    void aLoginEndsOnThePageThatWantedIt() throws Exception {
        assertThat(afterLogin(opened("/k/a-code/yes", "sv"))).isEqualTo("/k/a-code/yes?lang=sv");
    }

    @Test
    void noWordInTheAddressLeadsElsewhere() throws Exception {
        assertThat(afterLogin(opened("/k/a-code/yes", "//elsewhere.example"))).isEqualTo("/k/a-code/yes");
        assertThat(afterLogin(opened("/k/elsewhere.example/yes", "https://elsewhere.example")))
                .isEqualTo("/k/elsewhere.example/yes");
        for (var path : new String[] {"//elsewhere.example/k/x/yes", "/k/x/yes/more", "/k//yes", "/api/v1/me"}) {
            var request = request("GET", path);
            var response = new MockHttpServletResponse();
            returning.commence(request, response, new InsufficientAuthenticationException("nobody"));
            assertThat(response.getStatus()).as(path).isEqualTo(401);
            assertThat(response.getHeader("Set-Cookie")).as(path).isNull();
        }
        assertThat(ReturnToPage.isOpening(request("POST", "/k/a-code/yes")))
                .as("a form is never sent by itself after a login")
                .isFalse();
    }

    /** Even if somebody had the key: what comes back has to be a page of ours. */
    @Test
    void noCookieLeadsElsewhere() throws Exception {
        for (var page : new String[] {
            "https://elsewhere.example",
            "//elsewhere.example/k/x/yes",
            "/\\elsewhere.example",
            "/k/x/yes?lang=sv\r\nSet-Cookie: a=b",
            "/k/../yes/../../logout",
            "/logout"
        }) {
            assertThat(afterLogin(cookie(begun.remembering(page)))).as(page).isEqualTo("/");
        }
        var changed = opened("/k/a-code/yes", "sv");
        var value = changed.getValue();
        changed.setValue(value.substring(0, 40) + (value.charAt(40) == 'A' ? 'B' : 'A') + value.substring(41));
        assertThat(afterLogin(changed)).isEqualTo("/");
    }

    @Test
    void aCookieIsOfUseForTenMinutes() throws Exception {
        var cookie = opened("/k/a-code/yes", "sv");
        for (var minutes : new int[] {9, 11}) {
            var later = new ReturnToPage(new Problems(JsonMapper.shared()), at(NOW.plus(Duration.ofMinutes(minutes))));
            assertThat(afterLogin(later, cookie)).isEqualTo(minutes < 10 ? "/k/a-code/yes?lang=sv" : "/");
        }
    }
}
