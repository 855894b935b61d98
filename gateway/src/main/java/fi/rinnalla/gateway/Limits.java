package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problem;
import fi.rinnalla.service.answering.Problems;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many requests one caller may make: a logged-in person or system by name, anybody else by where they come from. Each
 * has a measure of their own, so a flood from one locks out nobody else; and of answer links each has its own beside
 * that, so that guessing at one link slows nobody who opens another.
 */
class Limits extends OncePerRequestFilter {

    private static final int CALLERS_REMEMBERED = 50_000;
    private static final int PER_LINK_AND_MINUTE = 300;

    private final int perMinute;
    private final Problems problems;
    private final Map<String, Bucket> measures = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS_REMEMBERED;
        }
    });

    Limits(int perMinute, Problems problems) {
        this.perMinute = perMinute;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().equals("/readyz");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var caller = Optional.ofNullable(request.getUserPrincipal())
                .map(principal -> "name " + principal.getName())
                .orElse("from " + request.getRemoteAddr());
        long wait = path.startsWith("/a/")
                ? Math.max(wait(path, PER_LINK_AND_MINUTE), wait(caller, perMinute))
                : wait(caller, perMinute);
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(Duration.ofNanos(wait).toSeconds() + 1));
        problems.write(
                request,
                response,
                Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests in a short time. Try again after the seconds in Retry-After."));
    }

    /** Nanoseconds to wait, 0 if the request may pass. */
    private long wait(String whose, int limit) {
        return measures.computeIfAbsent(
                        whose,
                        any -> Bucket.builder()
                                .addLimit(measure -> measure.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                                .build())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill();
    }
}
