package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problem;
import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;

/** A login that came to nothing leaves nothing: no session either, in which the usual handler keeps the reason. */
class LoginFailed extends SimpleUrlAuthenticationFailureHandler {

    private final Problems problems;

    LoginFailed(Problems problems) {
        super("/?error");
        setAllowSessionCreation(false);
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof SessionAuthenticationException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            problems.write(
                    request,
                    response,
                    Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not-now",
                            "Too many people are logged in. Try again after the seconds in Retry-After."));
            return;
        }
        super.onAuthenticationFailure(request, response, why);
    }
}
