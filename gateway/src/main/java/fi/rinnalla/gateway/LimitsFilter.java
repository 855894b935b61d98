package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problems;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link Limits} before the filters that find out who asks, and {@link WhoIsKnown} behind them. */
@Configuration
class LimitsFilter {

    private final WhoIsKnown known = new WhoIsKnown();

    @Bean
    FilterRegistrationBean<Limits> limits(GatewaySettings settings, Problems problems) {
        var registration = new FilterRegistrationBean<>(new Limits(settings.requestsPerMinute(), known, problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 50);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WhoIsKnown> whoIsKnown() {
        var registration = new FilterRegistrationBean<>(known);
        registration.setOrder(0);
        return registration;
    }
}
