package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problems;
import fi.rinnalla.service.pages.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A page that is opened by its link and wants a login: whoever opens it logs in first and is then back on it. Every
 * other login ends on the front page. The address is kept in the session and made of what matched here, so that no
 * link can send anybody elsewhere; it travels to the identity provider in no form.
 */
class ReturnToPage implements AuthenticationEntryPoint, AuthenticationSuccessHandler {

    static final String PATH = "/k/{code}/yes";
    static final String LOGIN = "/oauth2/authorization";
    static final String PROVIDER = "rinnalla";

    private static final RequestMatcher OPENED =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);
    private static final String PLACE = ReturnToPage.class.getName();
    private static final String RETURNING = "returning";

    private final Problems problems;

    ReturnToPage(Problems problems) {
        this.problems = problems;
    }

    static boolean isOpening(HttpServletRequest request) {
        return OPENED.matches(request);
    }

    /** Remembers the page and gives the address of the login, in the page's language if one was chosen. */
    static String loginFor(HttpServletRequest request) {
        var language = chosenLanguage(request).map(one -> "lang=" + one.tag()).orElse("");
        request.getSession().setAttribute(PLACE, request.getRequestURI() + (language.isEmpty() ? "" : "?" + language));
        return LOGIN + "/" + PROVIDER + "?" + RETURNING + (language.isEmpty() ? "" : "&" + language);
    }

    static Optional<Language> chosenLanguage(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang"))
                .flatMap(tag -> Arrays.stream(Language.values())
                        .filter(language -> language.tag().equals(tag))
                        .findFirst());
    }

    /** A login that begins elsewhere does not end on a page that somebody opened earlier in this browser. */
    static void forgetUnlessReturning(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && request.getParameter(RETURNING) == null) {
            session.removeAttribute(PLACE);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isOpening(request)) {
            response.sendRedirect(loginFor(request));
        } else {
            problems.unauthenticated(request, response, why);
        }
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var place = request.getSession().getAttribute(PLACE);
        request.getSession().removeAttribute(PLACE);
        response.sendRedirect(place instanceof String page ? page : "/");
    }
}
