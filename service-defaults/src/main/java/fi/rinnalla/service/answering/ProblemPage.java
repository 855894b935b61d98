package fi.rinnalla.service.answering;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A refusal as a page of one's own language, for a person whose browser opened an address. What is under {@code /api}
 * keeps problem details for everybody. The page depends on status and language alone, so what is absent and what is
 * forbidden look the same.
 */
@ControllerAdvice
public class ProblemPage implements ResponseBodyAdvice<Object> {

    private static final String FOLDER = "/problem";
    private static final Pages PAGES = new Pages(FOLDER, "problem");
    /** Read from the query as it stands: the parameters of a request that was refused may be what can't be read. */
    private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

    /** The page, if it is a person with a browser who asks. */
    public static Optional<ResponseEntity<String>> of(HttpServletRequest request, HttpStatus status) {
        if (!isForAPerson(request)) {
            return Optional.empty();
        }
        var language = Language.of(chosen(request), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var kind = switch (status) {
            case NOT_FOUND -> "not-found";
            case UNAUTHORIZED, FORBIDDEN -> "out-of-date";
            case TOO_MANY_REQUESTS -> "too-many";
            default -> status.is5xxServerError() ? "later" : "unclear";
        };
        var texts = language.texts(FOLDER);
        Map<String, Object> values = new HashMap<>();
        values.put("heading", texts.getProperty(kind + ".heading"));
        values.put("text", texts.getProperty(kind + ".text"));
        values.put("title", texts.getProperty(kind + ".heading") + " · " + texts.getProperty("title"));
        values.put("again", kind.equals("out-of-date"));
        return Optional.of(PAGES.page(status, "problem", language, values));
    }

    private static boolean isForAPerson(HttpServletRequest request) {
        var path = Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        var query = request.getQueryString();
        var found = CHOSEN.matcher(query == null ? "" : query);
        return found.find() ? found.group(1) : null;
    }

    /** For a filter, which stands before any handler. */
    static boolean write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        var page = of(request, status);
        if (page.isEmpty()) {
            return false;
        }
        response.setStatus(status.value());
        page.get().getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(bytes(page.get()));
        return true;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType chosen,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Problem problem) || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        var page = of(servlet.getServletRequest(), HttpStatus.valueOf(problem.status()));
        if (page.isEmpty()) {
            return body;
        }
        response.getHeaders().putAll(page.get().getHeaders());
        try {
            response.getBody().write(bytes(page.get()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return null; // written already
    }

    private static byte[] bytes(ResponseEntity<String> page) {
        return Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8);
    }
}
