package fi.rinnalla.service.answering;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where a refusal gets its form (RFC 9457). No answer repeats what the caller sent, so none can carry a
 * name or an identity number on into a log; only what would be lost (412) is given back, under {@code yours}.
 */
@RestController
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    private static Problem problem(HttpStatus status, String code, String detail) {
        return Problem.of(status, code, detail);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFound notFound) {
        return answer(problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here for you."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        return answer(problem(HttpStatus.CONFLICT, refused.code(), refused.detail()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> badRequest(BadRequest bad) {
        return answer(
                problem(bad.status(), bad.code(), bad.detail()).at(bad.faults()).with(bad.typed()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        // An aggregate that refuses its own arguments while Jackson builds a record says why in our own words.
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequest bad) {
                return badRequest(bad);
            }
        }
        var pointer = unreadable.getCause() instanceof DatabindException at ? pointerOf(at) : "";
        return answer(problem(
                        HttpStatus.BAD_REQUEST,
                        "unreadable-body",
                        "The body must be JSON with exactly the documented fields and value kinds.")
                .at(List.of(new BadRequest.Fault(pointer, "unreadable"))));
    }

    private static String pointerOf(DatabindException at) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : at.getPath()) {
            // A property that we do not know is the caller's own text and is not repeated.
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return at instanceof tools.jackson.databind.exc.UnrecognizedPropertyException
                ? pointer.substring(0, Math.max(0, pointer.lastIndexOf("/")))
                : pointer.toString();
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException invalid) {
        var faults = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new BadRequest.Fault(
                        "/"
                                + error.getField()
                                        .replace('.', '/')
                                        .replace("[", "/")
                                        .replace("]", ""),
                        String.valueOf(error.getDefaultMessage())))
                .sorted(java.util.Comparator.comparing(BadRequest.Fault::pointer))
                .toList();
        return answer(problem(HttpStatus.BAD_REQUEST, "invalid-request", "Some fields break their rule; see errors.")
                .at(faults));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongParameter(MethodArgumentTypeMismatchException wrong) {
        // An id that is no UUID names nothing that could be here: the same answer as for any stranger's id.
        if (wrong.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return notFound(new NotFound());
        }
        return badRequest(new BadRequest(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "A parameter has a value of the wrong kind.",
                new BadRequest.Fault(wrong.getName(), "wrong-kind")));
    }

    /** A form or query that can't be taken apart, has too many fields, is too large or did not come to its end. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadableForm(InvalidParameterException unreadable) {
        return answer(ofStatus(
                unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingParameter(MissingServletRequestParameterException missing) {
        return badRequest(new BadRequest(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The address needs ?" + missing.getParameterName() + "=...",
                new BadRequest.Fault(missing.getParameterName(), "missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingHeader(MissingRequestHeaderException missing) {
        return badRequest(new BadRequest(
                HttpStatus.BAD_REQUEST,
                "header-missing",
                "The header " + missing.getHeaderName() + " is required.",
                new BadRequest.Fault(missing.getHeaderName(), "missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception unexpected) {
        // Spring's own refusals (wrong method, media type) know their status.
        if (unexpected instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND ? notFound(new NotFound()) : answer(ofStatus(status));
        }
        log.error("Unexpected", unexpected);
        return answer(ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    /** What the servlet container or a filter refused. */
    @RequestMapping("/error")
    ResponseEntity<Problem> fromContainer(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null || status == HttpStatus.NOT_FOUND) {
            return notFound(new NotFound());
        }
        return answer(ofStatus(status));
    }

    private static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case METHOD_NOT_ALLOWED -> problem(status, "method-not-allowed", "This address does not take that method.");
            case UNSUPPORTED_MEDIA_TYPE -> problem(status, "unsupported-media-type", "Send application/json.");
            case NOT_ACCEPTABLE -> problem(status, "not-acceptable", "This address answers with application/json.");
            case CONTENT_TOO_LARGE -> problem(status, "body-too-large", "The body is larger than this address takes.");
            case INTERNAL_SERVER_ERROR ->
                problem(status, "our-fault", "Something went wrong on our side. It is in our log.");
            default -> problem(status, "invalid-request", "The request can't be served as it stands.");
        };
    }

    public void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                request,
                response,
                problem(HttpStatus.UNAUTHORIZED, "not-logged-in", "Log in, or send a valid token for this system."));
    }

    public void forbidden(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        write(
                request,
                response,
                problem(
                        HttpStatus.FORBIDDEN,
                        "form-out-of-date",
                        "Load the page again: its security token is out of date."));
    }

    /** For filters, which stand before any handler. */
    void write(HttpServletResponse response, ResponseEntity<Problem> answer) throws IOException {
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        write(response, java.util.Objects.requireNonNull(answer.getBody()));
    }

    /** For filters: as a page, where a person asks with a browser. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (!ProblemPage.write(request, response, HttpStatus.valueOf(problem.status()))) {
            write(response, problem);
        }
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
