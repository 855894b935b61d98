package fi.rinnalla.gateway;

import java.util.List;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Believes a proxy that is named in the settings, and nobody else, who the client is and whether it came by HTTPS
 * ({@code X-Forwarded-For}, {@code X-Forwarded-Proto}). The host that it names is not believed: the public address is a
 * setting too.
 */
@Configuration
class BehindProxies {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedProxies(GatewaySettings settings) {
        var proxies = checked(settings.trustedProxies());
        return server -> {
            if (!proxies.isEmpty()) {
                var valve = new RemoteIpValve();
                valve.setInternalProxies(String.join(",", proxies));
                valve.setTrustedProxies(null);
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                server.addEngineValves(valve);
            }
        };
    }

    static NetMaskSet networks(List<String> proxies) {
        var all = new NetMaskSet();
        checked(proxies).forEach(all::add);
        return all;
    }

    private static List<String> checked(List<String> proxies) {
        for (var proxy : proxies) {
            if (!proxy.contains("/")) {
                throw new IllegalArgumentException("gateway.trusted-proxies: write " + proxy + " as a network, with /");
            }
        }
        return proxies;
    }
}
