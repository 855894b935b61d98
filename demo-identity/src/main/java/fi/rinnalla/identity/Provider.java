package fi.rinnalla.identity;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Who may log in, who may fetch tokens, and what a token says. */
@Configuration
class Provider {

    private static final String AUDIENCE = "rinnalla";
    private static final String SYSTEM = "-system";

    private final IdentitySettings settings;

    Provider(IdentitySettings settings) {
        this.settings = settings;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(addresses -> addresses.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(addresses -> addresses
                        .requestMatchers("/login", "/style.css", "/readyz", "/livez", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(settings.people().stream()
                .map(person -> User.withUsername(person.login())
                        .password("{noop}" + person.login())
                        .authorities(List.of())
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients() {
        var gateway = RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId("rinnalla-gateway")
                .clientSecret("{noop}" + settings.gatewaySecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.gateway() + "/login/oauth2/code/rinnalla")
                .postLogoutRedirectUri(settings.gateway() + "/")
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(lifetimes())
                .build();
        // Each organisation's own systems, which act as a coordinator would, or as a professional where they ask for
        // that.
        var systems = settings.organisations().keySet().stream()
                .map(slug -> RegisteredClient.withId(UUID.randomUUID().toString())
                        .clientId(slug + SYSTEM)
                        .clientSecret("{noop}" + slug + SYSTEM) // as for people: the login itself
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope("professional")
                        .tokenSettings(lifetimes())
                        .build());
        return new InMemoryRegisteredClientRepository(
                Stream.concat(Stream.of(gateway), systems).toList());
    }

    private static TokenSettings lifetimes() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(Duration.ofMinutes(15))
                .refreshTokenTimeToLive(Duration.ofHours(10))
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whatATokenSays() {
        return context -> {
            var login = requireNonNull(context.<Authentication>getPrincipal()).getName();
            if (login.endsWith(SYSTEM)) {
                var asked = context.getAuthorizedScopes();
                context.getClaims()
                        .audience(List.of(AUDIENCE))
                        .claim("org", login.substring(0, login.length() - SYSTEM.length()))
                        .claim("roles", asked.isEmpty() ? List.of("coordinator") : List.copyOf(asked));
                return;
            }
            var person = settings.person(login);
            context.getClaims().claim("org", person.organisation()).claim("roles", person.roles());
            if (context.getTokenType().getValue().equals("id_token")) {
                context.getClaims()
                        .claim("name", person.name())
                        .claim("org_name", settings.nameOf(person.organisation()));
            } else {
                context.getClaims().audience(List.of(AUDIENCE));
            }
        };
    }

    /** New at each start: what was signed before is no longer believed, and people log in again. */
    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(
                new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }
}
