package fi.rinnalla.gateway;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link Connections} in the place of Tomcat's own. */
@Configuration
class ConnectionsBounds {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(GatewaySettings settings) {
        var bounds = new Connections.Bounds(
                settings.connectionsPerSource(),
                settings.requestWithin(),
                BehindProxies.networks(settings.trustedProxies()));
        return server -> {
            server.setProtocol(Connections.class.getName());
            server.addConnectorCustomizers(connector -> ((Connections) connector.getProtocolHandler()).within(bounds));
        };
    }
}
