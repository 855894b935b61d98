package fi.rinnalla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LimitsTest {

    private final Limits limits = new Limits(100, new Problems(JsonMapper.shared()));

    private MockHttpServletResponse from(String address, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
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
        assertThat(flooding.getContentAsString()).contains("/problems/too-many-requests");

        assertThat(from("10.0.0.2", "/a/second").getStatus()).isEqualTo(HttpServletResponse.SC_OK);
        assertThat(from("10.0.0.2", "/a/first").getStatus())
                .as("the flooded link itself opens for its owner")
                .isEqualTo(200);
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
