package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import tools.jackson.databind.json.JsonMapper;

class LimitsTest {

    private final WhoIsKnown known = new WhoIsKnown();
    private final Limits limits = new Limits(100, known, new Problems(JsonMapper.shared()));

    private MockHttpServletResponse from(String address, String path) throws Exception {
        return from(address, new MockHttpServletRequest("GET", path));
    }

    private MockHttpServletResponse from(String address, MockHttpServletRequest request) throws Exception {
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest ofSession(String login) {
        var request = new MockHttpServletRequest("GET", "/api/v1/me");
        java.util.Objects.requireNonNull(request.getSession(true))
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(new TestingAuthenticationToken(login, "")));
        return request;
    }

    private static MockHttpServletRequest withToken(String token) {
        var request = new MockHttpServletRequest("GET", "/api/v1/meetings");
        request.addHeader("Authorization", "Bearer " + token);
        return request;
    }

    /** As the filters in between do once they have believed the token. */
    private void prove(String token, String login) throws Exception {
        var request = withToken(token);
        request.setUserPrincipal(() -> login);
        known.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private void flood(String address) throws Exception {
        for (int i = 0; i < 150; i++) {
            from(address, "/r");
            from(address, withToken("forged-" + i));
        }
        assertThat(from(address, "/r").getStatus()).isEqualTo(429);
        assertThat(from(address, withToken("forged")).getStatus()).isEqualTo(429);
    }

    @Test
    void aFloodIsAskedToWaitAndLocksOutNobodyElse() throws Exception {
        for (int i = 0; i < 150; i++) {
            from("10.0.0.1", "/a/first");
        }
        var flooding = from("10.0.0.1", "/a/first");
        assertThat(flooding.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(flooding.getHeader("Retry-After"))))
                .isPositive();
        assertThat(flooding.getHeader("RateLimit-Limit")).isEqualTo("100");
        assertThat(flooding.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(String.valueOf(flooding.getHeader("RateLimit-Reset"))))
                .isBetween(50, 61);
        assertThat(flooding.getContentAsString()).contains("/problems/too-many-requests");

        assertThat(from("10.0.0.2", "/a/second").getStatus()).isEqualTo(HttpServletResponse.SC_OK);
        assertThat(from("10.0.0.2", "/a/first").getStatus())
                .as("the flooded link itself opens for its owner")
                .isEqualTo(200);
    }

    @Test
    void whoIsLoggedInGoesOnBehindAFloodedAddress() throws Exception {
        prove("of-a-system", "reporting");
        flood("10.0.0.1");
        assertThat(from("10.0.0.1", ofSession("sari")).getStatus()).isEqualTo(200);
        assertThat(from("10.0.0.1", withToken("of-a-system")).getStatus()).isEqualTo(200);
        assertThat(from("10.0.0.1", "/assets/0/app.js").getStatus())
                .as("and so does the page that they load")
                .isEqualTo(200);
        assertThat(from("10.0.0.1", "/readyz").getStatus()).isEqualTo(200);
    }

    @Test
    void eachLoginHasAMeasureOfItsOwn() throws Exception {
        for (int i = 0; i < 150; i++) {
            from("10.0.0." + i, ofSession("sari"));
        }
        assertThat(from("10.0.0.1", ofSession("sari")).getStatus())
                .as("wherever it comes from")
                .isEqualTo(429);
        assertThat(from("10.0.0.1", ofSession("ville")).getStatus()).isEqualTo(200);
        assertThat(from("10.0.0.1", "/r").getStatus()).isEqualTo(200);
    }

    @Test
    void aSessionWithoutALoginIsNobodys() throws Exception {
        for (int i = 0; i < 150; i++) {
            var request = new MockHttpServletRequest("GET", "/api/v1/me");
            request.getSession(true);
            from("10.0.0.1", request);
        }
        assertThat(from("10.0.0.1", "/r").getStatus()).isEqualTo(429);
    }

    @Test
    void oneMachineIsOneSourceHoweverManyAddressesItsNetworkHas() throws Exception {
        for (int i = 0; i < 150; i++) {
            from("2001:db8:1:2::" + Integer.toHexString(i), "/r");
        }
        assertThat(from("2001:db8:1:2:ffff::1", "/r").getStatus()).isEqualTo(429);
        assertThat(from("2001:db8:1:3::1", "/r").getStatus()).isEqualTo(200);
    }

    @Test
    void oneLinkIsNotOpenedWithoutEndFromEverywhere() throws Exception {
        var statuses = IntStream.range(0, 400).map(i -> {
            try {
                return from("10.1." + i / 200 + "." + i % 200, "/a/guessed").getStatus();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        assertThat(statuses.filter(status -> status == 429).count()).isBetween(90L, 100L);
    }
}
