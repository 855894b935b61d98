package fi.rinnalla.gateway;

import fi.rinnalla.service.answering.Problems;
import fi.rinnalla.service.asking.AskingDefaults;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Three ways in: clients who answer without login, systems with a token, people with a session. */
@Configuration
class Doors {

    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final GatewaySettings settings;

    Doors(GatewaySettings settings) {
        this.settings = settings;
    }

    @Bean
    @Order(1)
    SecurityFilterChain forClients(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/a/**",
                        "/u/**",
                        "/r",
                        "/i",
                        "/k/*",
                        "/memos/**",
                        "/openapi/**",
                        "/actuator/**",
                        "/readyz",
                        "/livez",
                        "/error")
                .authorizeHttpRequests(addresses -> addresses.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled() // the service sets its own, stricter ones
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain forSystems(
            HttpSecurity http, AuthenticationManagerResolver<HttpServletRequest> tokens, Problems problems)
            throws Exception {
        http.securityMatcher(request -> {
            var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            return authorization != null && authorization.regionMatches(true, 0, "Bearer", 0, 6);
        });
        return AskingDefaults.onlyWithToken(http, tokens, problems).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain forPeople(
            HttpSecurity http,
            Problems problems,
            ClientRegistrationRepository provider,
            LoginCookie begun,
            ReturnToPage returning,
            SessionRegistry sessions)
            throws Exception {
        return http.authorizeHttpRequests(addresses -> addresses
                        .requestMatchers("/api/**", ReturnToPage.PATH)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.loginPage("/")
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(new LoginRequests(provider))
                                .authorizationRequestRepository(begun))
                        .successHandler(returning)
                        .failureHandler(new LoginFailed(problems)))
                .sessionManagement(session -> session.sessionConcurrency(each -> each.sessionRegistry(sessions)
                        .maximumSessions(settings.sessionsPerLogin())
                        .expiredSessionStrategy(ended -> problems.unauthenticated(
                                ended.getRequest(),
                                ended.getResponse(),
                                new SessionAuthenticationException("ended by a newer one")))))
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutSuccessHandler(
                                new LogoutAtProvider(settings.login().logout(), settings.publicAddress())))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(returning).accessDeniedHandler(problems::forbidden))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(forms -> forms.spa().csrfTokenRepository(formTokens()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(NOTHING_FROM_ELSEWHERE))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The page's script reads the token; no page of another site makes a browser send it. */
    private static CookieCsrfTokenRepository formTokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    LoginCookie begunLogin(ClientRegistration provider) {
        return new LoginCookie(settings.login().secret(), provider, Clock.systemUTC());
    }

    @Bean
    ReturnToPage returnToPage(Problems problems, LoginCookie begun) {
        return new ReturnToPage(problems, begun);
    }

    @Bean
    ClientRegistrationRepository providers(ClientRegistration provider) {
        return new InMemoryClientRegistrationRepository(provider);
    }

    @Bean
    ClientRegistration provider() {
        var login = settings.login();
        return ClientRegistration.withRegistrationId(ReturnToPage.PROVIDER)
                .clientId(login.client())
                .clientSecret(login.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri((settings.publicAddress().isEmpty() ? "{baseUrl}" : settings.publicAddress())
                        + "/login/oauth2/code/{registrationId}")
                .scope("openid")
                .issuerUri(login.issuer())
                .authorizationUri(login.authorization())
                .tokenUri(login.token())
                .jwkSetUri(login.keys())
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new TokensInSession();
    }
}
