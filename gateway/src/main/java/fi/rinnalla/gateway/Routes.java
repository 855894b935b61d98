package fi.rinnalla.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions.tokenRelay;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import fi.rinnalla.service.answering.Problem;
import fi.rinnalla.service.answering.ProblemPage;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Which address is whose. What stands in no route is not there. */
@Configuration
class Routes {

    /** The name under which the service's page gets the form token; {@code AcceptByLink} knows it too. */
    private static final String FORM_TOKEN = "X-Form-Token";

    private final GatewaySettings settings;
    private final ReturnToPage returning;
    private final Map<URI, Breaker> breakers = new ConcurrentHashMap<>();

    Routes(GatewaySettings settings, ReturnToPage returning) {
        this.settings = settings;
        this.returning = returning;
    }

    @Bean
    RouterFunction<ServerResponse> toSessionService() {
        return to(
                settings.sessionService(),
                "/api/v1/units/**",
                "/api/v1/activities/**",
                "/api/v1/meetings/**",
                "/api/v1/clients/**",
                "/api/v1/commitments/**",
                "/api/v1/unmet-needs/**",
                "/api/v1/plans/**",
                "/api/v1/circulating-meetings/**",
                "/api/v1/ideas/**",
                "/api/v1/anonymous-ideas",
                "/api/v1/time",
                "/api/v1/development-time/**",
                "/api/v1/operations/session/**");
    }

    @Bean
    RouterFunction<ServerResponse> toPeerExpertService() {
        return to(
                settings.peerExpertService(),
                "/api/v1/peer-experts/**",
                "/api/v1/requests/**",
                "/api/v1/assignments/**",
                "/api/v1/invitations/**",
                "/api/v1/askings/**",
                "/api/v1/batch-plans/**",
                "/api/v1/claims/**",
                "/api/v1/payroll/**",
                "/api/v1/notices/**",
                "/api/v1/training-programmes/**",
                "/api/v1/courses/**",
                "/api/v1/certificates/**",
                "/api/v1/passports/**",
                "/api/v1/sharing-agreements",
                "/api/v1/supervisions/**",
                "/api/v1/shifts/**",
                "/api/v1/usual-terms",
                "/api/v1/departure/**",
                "/api/v1/operations/peer-expert/**");
    }

    @Bean
    RouterFunction<ServerResponse> toFeedbackService() {
        return to(
                settings.feedbackService(),
                "/api/v1/asks/**",
                "/api/v1/answers/**",
                "/api/v1/doors/**",
                "/api/v1/question-sets/**",
                "/api/v1/themes/**",
                "/api/v1/service-paths/**",
                "/api/v1/benchmarks/**",
                "/api/v1/exports/**",
                "/api/v1/words/**",
                "/api/v1/views/**",
                "/api/v1/indicators/**",
                "/api/v1/operations/feedback/**");
    }

    /** Where clients answer: nobody is logged in, and no cookie goes either way. */
    @Bean
    RouterFunction<ServerResponse> toAnswerPages() {
        return open(
                "answer-pages",
                settings.feedbackService(),
                "/a/*",
                "/r",
                "/u/*",
                "/u/*/poster",
                "/u/*/said",
                "/u/*/path",
                "/openapi/feedback-service.json");
    }

    /** What everybody may read: what came of an idea (with a code), a published memo, the description of the API. */
    @Bean
    RouterFunction<ServerResponse> toOpenPages() {
        return open("open-pages", settings.sessionService(), "/i", "/memos/*", "/openapi/session-service.json");
    }

    /**
     * A yes to an invitation is said by whoever is invited, with their token. The page brings the form token along, as
     * its form can't know it otherwise; what a stranger sends under that name is overwritten.
     */
    @Bean
    RouterFunction<ServerResponse> toAcceptances() {
        return route("acceptances")
                .route(RequestPredicates.path(ReturnToPage.PATH), http())
                .before(uri(settings.peerExpertService()))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(Routes::bringFormToken)
                .filter(reachable(settings.peerExpertService()))
                .filter(loggingInAgain())
                .filter(tokenRelay())
                .build();
    }

    /** Whoever opens the page when their login has ended at the provider logs in again, and is back on it. */
    private HandlerFilterFunction<ServerResponse, ServerResponse> loggingInAgain() {
        return (request, next) -> {
            try {
                return next.handle(request);
            } catch (ClientAuthorizationException ended) {
                if (!ReturnToPage.isOpening(request.servletRequest())) {
                    throw ended;
                }
                var login = returning.loginFor(request.servletRequest());
                return ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create(login.address()))
                        .header(HttpHeaders.SET_COOKIE, login.cookie())
                        .build();
            }
        };
    }

    private static ServerRequest bringFormToken(ServerRequest request) {
        var form = (CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName());
        return ServerRequest.from(request)
                .headers(headers -> headers.set(FORM_TOKEN, form == null ? "" : form.getToken()))
                .build();
    }

    /** An invitation is read, and a no is said, with its link alone. */
    @Bean
    RouterFunction<ServerResponse> toInvitations() {
        return open("invitations", settings.peerExpertService(), "/k/*", "/openapi/peer-expert-service.json");
    }

    private RouterFunction<ServerResponse> open(String name, URI service, String... addresses) {
        return route(name)
                .route(anyOf(addresses), http())
                .before(uri(service))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(removeRequestHeader(HttpHeaders.AUTHORIZATION))
                .filter(reachable(service))
                .build();
    }

    private RouterFunction<ServerResponse> to(URI service, String... addresses) {
        return route(service.toString())
                .route(anyOf(addresses), http())
                .before(uri(service))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .filter(reachable(service))
                .filter(tokenRelay())
                .build();
    }

    private static RequestPredicate anyOf(String... addresses) {
        return Arrays.stream(addresses)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    /** A service that can't be reached, or a login that has ended, is said in our own words. */
    private HandlerFilterFunction<ServerResponse, ServerResponse> reachable(URI service) {
        var breaker = breakers.computeIfAbsent(service, any -> new Breaker(Clock.systemUTC()));
        return (request, next) -> {
            if (!breaker.mayAsk()) {
                return away(request);
            }
            try {
                var answer = next.handle(request);
                breaker.answered();
                return answer;
            } catch (ResourceAccessException unreachable) {
                if (unreachable.getCause() instanceof ConnectException
                        || unreachable.getCause() instanceof HttpTimeoutException
                                && Patience.isTheServices(request.servletRequest())) {
                    breaker.missed();
                }
                return away(request);
            } catch (ClientAuthorizationException ended) {
                return problem(
                        request, HttpStatus.UNAUTHORIZED, "not-logged-in", "Your login has ended. Log in again.");
            }
        };
    }

    private static ServerResponse away(ServerRequest request) {
        return problem(
                request,
                HttpStatus.BAD_GATEWAY,
                "service-unreachable",
                "This part of the system does not answer now. Try again with the same Idempotency-Key.",
                headers -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Breaker.REST.toSeconds())));
    }

    private static ServerResponse problem(ServerRequest request, HttpStatus status, String code, String detail) {
        return problem(request, status, code, detail, headers -> {});
    }

    private static ServerResponse problem(
            ServerRequest request, HttpStatus status, String code, String detail, Consumer<HttpHeaders> more) {
        var page = ProblemPage.of(request.servletRequest(), status);
        if (page.isPresent()) {
            return ServerResponse.status(status)
                    .headers(headers -> headers.putAll(page.get().getHeaders()))
                    .headers(more)
                    .body(Objects.requireNonNull(page.get().getBody()));
        }
        return ServerResponse.status(status)
                .headers(more)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, code, detail));
    }

    @Bean
    ClientHttpRequestFactory toServices() {
        return new Patience();
    }
}
