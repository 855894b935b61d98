package fi.rinnalla.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.service.answering.Problem;
import fi.rinnalla.service.answering.Problems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many requests one caller may make: a logged-in person or system by name, anybody else by where they come from. Each
 * has a measure of their own, so a flood from one locks out nobody else; and of answer links each has its own beside
 * that, so that guessing at one link slows nobody who opens another. Stands before the filters that find out who asks,
 * or what those refuse would cost its sender nothing.
 */
class Limits extends OncePerRequestFilter {

    private static final int REMEMBERED = 50_000;
    private static final int PER_LINK_AND_MINUTE = 300;
    /** One page of ours is some twenty parts, and people of one house open it through one address. */
    private static final int PARTS_OF_A_PAGE = 10;

    private final int perMinute;
    private final Problems problems;
    private final WhoIsKnown known;
    private final Cache<String, Bucket> ofCallers = measures();
    private final Cache<String, Bucket> ofLinks = measures();

    /** @param key whose measure, never shown */
    private record Measure(String key, int limit) {}

    Limits(int perMinute, WhoIsKnown known, Problems problems) {
        this.perMinute = perMinute;
        this.known = known;
        this.problems = problems;
    }

    /** A measure that nobody used for a minute is full again, so nothing is lost with it. */
    private static Cache<String, Bucket> measures() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var caller = of(request, path);
        var taken = take(ofCallers, caller);
        tell(response, caller, taken);
        if (taken.isConsumed() && path.startsWith("/a/")) {
            taken = take(ofLinks, new Measure(path, PER_LINK_AND_MINUTE)); // whoever is over their own takes none of it
        }
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1));
        problems.write(
                request,
                response,
                Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests in a short time. Try again after the seconds in Retry-After."));
    }

    /** Tokens that are not proved yet are counted by themselves: a flood of forged ones locks out no page. */
    private Measure of(HttpServletRequest request, String path) {
        Optional<String> name = known.name(request);
        if (name.isPresent()) {
            return new Measure("name " + name.get(), perMinute);
        }
        var source = Sources.of(request.getRemoteAddr());
        if (WhoIsKnown.token(request).isPresent()) {
            return new Measure("token from " + source, perMinute);
        }
        if (path.startsWith("/assets/")) {
            return new Measure("parts to " + source, PARTS_OF_A_PAGE * perMinute);
        }
        if (path.equals("/readyz") || path.equals("/livez")) {
            return new Measure("probes from " + source, perMinute);
        }
        return new Measure("from " + source, perMinute);
    }

    private static ConsumptionProbe take(Cache<String, Bucket> measures, Measure whose) {
        var measure = measures.get(
                whose.key(),
                any -> Bucket.builder()
                        .addLimit(
                                full -> full.capacity(whose.limit()).refillGreedy(whose.limit(), Duration.ofMinutes(1)))
                        .build());
        return Objects.requireNonNull(measure).tryConsumeAndReturnRemaining(1);
    }

    private static void tell(HttpServletResponse response, Measure whose, ConsumptionProbe taken) {
        response.setIntHeader("RateLimit-Limit", whose.limit());
        response.setHeader("RateLimit-Remaining", Long.toString(taken.getRemainingTokens()));
        response.setHeader(
                "RateLimit-Reset",
                Long.toString(Duration.ofNanos(taken.getNanosToWaitForReset()).toSeconds() + 1));
    }
}
