package fi.rinnalla.service.answering;

import fi.rinnalla.service.asking.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * One transaction around each request under {@code /api}: it holds the aggregate, the outbox row, the access-log row and
 * the answer under its Idempotency-Key. The answer leaves only after the commit; a refusal rolls everything back. So a
 * use case need not think of any of it.
 */
class RequestTransaction extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<String> KEPT_HEADERS =
            Set.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final TransactionTemplate transaction;
    private final AnsweredRequests answered;
    private final Problems problems;
    private final DatabaseProblems databaseProblems;
    private final AnsweringSettings settings;
    private final AntPathMatcher paths = new AntPathMatcher();

    RequestTransaction(
            TransactionTemplate transaction,
            AnsweredRequests answered,
            Problems problems,
            DatabaseProblems databaseProblems,
            AnsweringSettings settings) {
        this.transaction = transaction;
        this.answered = answered;
        this.problems = problems;
        this.databaseProblems = databaseProblems;
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            // Read before the transaction begins: a slow sender holds no connection.
            var whole = WholeBody.read(request, settings.largestBody());
            var key = keyOf(request);
            transaction.executeWithoutResult(status -> {
                if (key.isEmpty()) {
                    proceed(whole, answer, chain, status);
                } else {
                    once(key.get(), whole, answer, chain, status);
                }
            });
        } catch (BadRequest bad) {
            problems.write(answer, problems.badRequest(bad));
        } catch (DataAccessException | TransactionException notCommitted) {
            // The use case had answered already: nothing of that answer holds.
            answer.reset();
            problems.write(answer, databaseProblems.of(notCommitted));
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
        answer.copyBodyToResponse();
    }

    private Optional<String> keyOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("POST") || matches(settings.withoutIdempotencyKey(), path)) {
            return Optional.empty();
        }
        var key = request.getHeader(KEY);
        if (key == null || !key.matches("[\\x21-\\x7e]{1,100}")) {
            throw new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "Send an Idempotency-Key of 1 to 100 visible characters, a new one for each new intention.",
                    new BadRequest.Fault(KEY, key == null ? "missing" : "invalid"));
        }
        return Optional.of(key);
    }

    private boolean matches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> paths.match(pattern, path));
    }

    private void once(
            String key,
            WholeBody request,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            TransactionStatus status) {
        var caller = Caller.current().orElseThrow().name();
        var digest = digestOf(request);
        var earlier = answered.begin(caller, key, digest);
        if (earlier.isPresent()) {
            replay(earlier.get(), digest, answer);
            return;
        }
        proceed(request, answer, chain, status);
        if (!status.isRollbackOnly()) {
            boolean secret = matches(settings.shownOnce(), request.getRequestURI());
            answered.keep(
                    caller,
                    key,
                    answer.getStatus(),
                    secret ? "" : headersOf(answer),
                    secret ? new byte[0] : answer.getContentAsByteArray());
        }
    }

    private static void proceed(
            WholeBody request, ContentCachingResponseWrapper answer, FilterChain chain, TransactionStatus status) {
        try {
            chain.doFilter(request, answer);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (ServletException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        if (answer.getStatus() >= 400) {
            status.setRollbackOnly();
        }
    }

    private static void replay(AnsweredRequests.Answer earlier, byte[] digest, ContentCachingResponseWrapper answer) {
        if (!Arrays.equals(earlier.digest(), digest)) {
            throw new BadRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Take a new key for a new intention.",
                    new BadRequest.Fault(KEY, "reused"));
        }
        answer.setStatus(java.util.Objects.requireNonNull(earlier.status()));
        java.util.Objects.requireNonNull(earlier.headers()).lines().forEach(line -> {
            var colon = line.indexOf(": ");
            answer.setHeader(line.substring(0, colon), line.substring(colon + 2));
        });
        answer.setHeader(REPLAYED, "true");
        try {
            answer.getOutputStream().write(java.util.Objects.requireNonNull(earlier.body()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static String headersOf(ContentCachingResponseWrapper answer) {
        return Stream.concat(answer.getHeaderNames().stream(), Stream.of(HttpHeaders.CONTENT_TYPE))
                .distinct()
                .filter(KEPT_HEADERS::contains)
                .filter(name -> answer.getHeader(name) != null)
                .map(name -> name + ": " + answer.getHeader(name))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] digestOf(WholeBody request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var parts = List.of(
                    request.getMethod(),
                    request.getRequestURI(),
                    Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)).orElse(""));
            parts.forEach(part -> digest.update((part + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return digest.digest(request.body());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
