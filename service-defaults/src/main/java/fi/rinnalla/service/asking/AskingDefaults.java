package fi.rinnalla.service.asking;

import fi.rinnalla.service.answering.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/** Every service validates the token again, whatever the gateway did. */
@AutoConfiguration
@EnableConfigurationProperties(TrustedIssuers.class)
public class AskingDefaults {

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> tokenResolver(TrustedIssuers trusted) {
        return Tokens.resolver(trusted);
    }

    /** A metric for each of a dozen filters in each request would say nothing that the request's own does not. */
    @Bean
    SecurityObservationSettings observeRequestsAlone() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain tokensOnly(
            HttpSecurity http, AuthenticationManagerResolver<HttpServletRequest> tokens, Problems problems)
            throws Exception {
        return onlyWithToken(http, tokens, problems)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .build();
    }

    /** Every address under {@code /api} wants a token; there is no session, and so nothing that a form could forge. */
    public static HttpSecurity onlyWithToken(
            HttpSecurity http, AuthenticationManagerResolver<HttpServletRequest> tokens, Problems problems)
            throws Exception {
        return http.authorizeHttpRequests(addresses -> addresses
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(tokens)
                        .authenticationEntryPoint(problems::unauthenticated))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(problems::unauthenticated)
                        .accessDeniedHandler(problems::forbidden))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }
}
