package fi.rinnalla.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How long the gateway waits for a service: a few seconds, for what is long by its nature a minute. The time begins with the
 * request's first byte and ends with the answer's last, so whoever sends or fetches much over a poor line has the minute
 * too.
 */
class Patience implements ClientHttpRequestFactory {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(65);
    private static final long MUCH = 16 * 1024;

    /** Plans for a term, exports, receipts, and what operators set going. */
    private static final List<PathPattern> LONG_BY_NATURE = List.of(
                    "/api/v1/batch-plans/**",
                    "/api/v1/exports/**",
                    "/api/v1/payroll/**",
                    "/api/v1/claims/**",
                    "/api/v1/operations/**",
                    "/openapi/**")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final ClientHttpRequestFactory usual = waiting(USUAL);
    private final ClientHttpRequestFactory patient = waiting(LONG);

    private static ClientHttpRequestFactory waiting(Duration time) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1) // or it tries to upgrade each connection
                        .connectTimeout(CONNECTING)
                        .build(),
                Executors.newVirtualThreadPerTaskExecutor());
        factory.setReadTimeout(time);
        return factory;
    }

    @Override
    public ClientHttpRequest createRequest(java.net.URI address, HttpMethod method) throws java.io.IOException {
        return (isLong() ? patient : usual).createRequest(address, method);
    }

    private static boolean isLong() {
        var asked = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var path = ServletRequestPathUtils.parse(asked).pathWithinApplication();
        return asked.getContentLengthLong() > MUCH
                || asked.getHeader("Transfer-Encoding") != null
                || LONG_BY_NATURE.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether it was the service alone that took the time: whoever sends a body may be the slow one. */
    static boolean isTheServices(HttpServletRequest asked) {
        return asked.getContentLengthLong() <= 0 && asked.getHeader("Transfer-Encoding") == null;
    }
}
