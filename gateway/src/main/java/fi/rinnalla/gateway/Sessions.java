package fi.rinnalla.gateway;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.catalina.session.StandardManager;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** How many sessions there are, each of which takes memory: for one login and for all. Only a login makes one. */
@Configuration
class Sessions {

    @Bean
    SessionRegistry sessionRegistry() {
        return new ByName();
    }

    /** Tells the registry which sessions have ended. */
    @Bean
    HttpSessionEventPublisher endedSessions() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mostSessions(GatewaySettings settings) {
        return server -> server.addContextCustomizers(context -> {
            var manager = new StandardManager();
            manager.setMaxActiveSessions(settings.sessions());
            context.setManager(manager);
        });
    }

    /** Two logins of one person are equal in nothing but the name: each token has a time of its own. */
    private static class ByName extends SessionRegistryImpl {

        private static Object name(Object principal) {
            return principal instanceof AuthenticatedPrincipal who ? requireNonNull(who.getName()) : principal;
        }

        @Override
        public List<SessionInformation> getAllSessions(Object principal, boolean withEnded) {
            return super.getAllSessions(name(principal), withEnded);
        }

        @Override
        public void registerNewSession(String id, Object principal) {
            super.registerNewSession(id, name(principal));
        }
    }
}
