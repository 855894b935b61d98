package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link Limits} behind the filters that find out who asks. */
@Configuration
class LimitsFilter {

    @Bean
    FilterRegistrationBean<Limits> limits(GatewaySettings settings, Problems problems) {
        var registration = new FilterRegistrationBean<>(new Limits(settings.requestsPerMinute(), problems));
        registration.setOrder(0);
        return registration;
    }
}
