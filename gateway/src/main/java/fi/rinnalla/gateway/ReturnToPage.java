package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problems;
import fi.rinnalla.service.pages.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A page that is opened by its link and wants a login: whoever opens it logs in first and is then back on it. Every
 * other login ends on the front page. The address travels in the cookie of the begun login, is made of what matched here,
 * and has to match again on the way back, so that no link can send anybody elsewhere; the identity provider hears of it
 * in no form.
 */
class ReturnToPage implements AuthenticationEntryPoint, AuthenticationSuccessHandler {

    static final String PATH = "/k/{code}/yes";
    static final String LOGIN = "/oauth2/authorization";
    static final String PROVIDER = "rinnalla";

    private static final RequestMatcher OPENED =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);
    private static final Pattern OURS = Pattern.compile("/k/[^/\\\\?#\\p{Cntrl}]+/yes(\\?lang=[a-z]{2})?");
    private static final String RETURNING = "returning";

    private final Problems problems;
    private final LoginCookie begun;

    ReturnToPage(Problems problems, LoginCookie begun) {
        this.problems = problems;
        this.begun = begun;
    }

    /** @param cookie remembers the page for as long as a login takes */
    record Login(String address, String cookie) {}

    static boolean isOpening(HttpServletRequest request) {
        return OPENED.matches(request);
    }

    /** A login that begins elsewhere does not end on a page that somebody opened earlier in this browser. */
    static boolean isReturning(HttpServletRequest request) {
        return request.getParameter(RETURNING) != null;
    }

    /** The login that ends on this page, in the page's language if one was chosen. */
    Login loginFor(HttpServletRequest request) {
        var language = chosenLanguage(request).map(one -> "lang=" + one.tag()).orElse("");
        return new Login(
                LOGIN + "/" + PROVIDER + "?" + RETURNING + (language.isEmpty() ? "" : "&" + language),
                begun.remembering(request.getRequestURI() + (language.isEmpty() ? "" : "?" + language)));
    }

    static Optional<Language> chosenLanguage(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang"))
                .flatMap(tag -> Arrays.stream(Language.values())
                        .filter(language -> language.tag().equals(tag))
                        .findFirst());
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isOpening(request)) {
            var login = loginFor(request);
            response.addHeader(HttpHeaders.SET_COOKIE, login.cookie());
            response.sendRedirect(login.address());
        } else {
            problems.unauthenticated(request, response, why);
        }
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.sendRedirect(
                begun.page(request).filter(OURS.asMatchPredicate()).orElse("/"));
    }
}
