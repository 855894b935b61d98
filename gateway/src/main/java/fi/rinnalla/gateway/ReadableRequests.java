package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problem;
import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A query that can't be taken apart is refused before the filters that read it: those of the login would call it a fault
 * of ours. A form is left alone here, as to look at it is to read the body.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 25)
class ReadableRequests extends OncePerRequestFilter {

    private final Problems problems;

    ReadableRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null || !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            problems.write(
                    request,
                    response,
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-request",
                            "The query of the address can't be taken apart."));
            return;
        }
        chain.doFilter(request, response);
    }
}
