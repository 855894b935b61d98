package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

class ReturnToPageTest {

    private final ReturnToPage returning = new ReturnToPage(new Problems(JsonMapper.shared()));

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private HttpSession opened(String path, String lang) throws Exception {
        var request = request("GET", path);
        request.setParameter("lang", lang);
        var response = new MockHttpServletResponse();
        returning.commence(request, response, new InsufficientAuthenticationException("nobody"));
        assertThat(response.getRedirectedUrl()).startsWith("/oauth2/authorization/rinnalla?returning");
        return java.util.Objects.requireNonNull(request.getSession(false));
    }

    private String afterLogin(HttpSession session) throws Exception {
        var request = request("GET", "/login/oauth2/code/rinnalla");
        request.setSession(session);
        var response = new MockHttpServletResponse();
        returning.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("sari", ""));
        return String.valueOf(response.getRedirectedUrl());
    }

    @Test
    void aLoginEndsOnThePageThatWantedItAndTheNextOnTheFrontPage() throws Exception {
        var session = opened("/k/a-code/yes", "sv");
        assertThat(afterLogin(session)).isEqualTo("/k/a-code/yes?lang=sv");
        assertThat(afterLogin(session)).isEqualTo("/");
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
            assertThat(request.getSession(false)).as(path).isNull();
        }
        assertThat(ReturnToPage.isOpening(request("POST", "/k/a-code/yes")))
                .as("a form is never sent by itself after a login")
                .isFalse();
    }

    /** On a shared machine somebody opens their link and leaves; the next person logs in as themselves. */
    @Test
    void aLoginThatBeganElsewhereForgetsThePage() throws Exception {
        var session = opened("/k/a-code/yes", "sv");
        var own = request("GET", "/oauth2/authorization/rinnalla");
        own.setSession(session);
        ReturnToPage.forgetUnlessReturning(own);
        assertThat(afterLogin(session)).isEqualTo("/");
    }
}
