package fi.rinnalla.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are, and how people log in.
 *
 * @param requestsPerMinute that one caller, or one source of unknown callers, may make
 * @param sessionsPerLogin  of one login at the same time; a newer one ends the one that was used least lately
 * @param sessions          of all logins together
 * @param connectionsPerSource that are open at the same time
 * @param requestWithin     how long a request may take to arrive, with its body
 * @param trustedProxies    networks (CIDR) of the proxies that are believed who the client is
 * @param publicAddress     under which browsers know the gateway; empty: the one that they ask for
 */
@ConfigurationProperties("gateway")
record GatewaySettings(
        URI sessionService,
        URI peerExpertService,
        URI feedbackService,
        int requestsPerMinute,
        int sessionsPerLogin,
        int sessions,
        int connectionsPerSource,
        Duration requestWithin,
        List<String> trustedProxies,
        String publicAddress,
        Login login) {

    /**
     * The identity provider, address by address: asked for its own description at start, it would have to be up first.
     *
     * @param authorization where browsers are sent
     * @param token         where the gateway fetches tokens
     * @param keys          where public keys are read
     * @param logout        where a browser ends its session at the provider
     */
    record Login(
            String issuer,
            String authorization,
            String token,
            String keys,
            String logout,
            String client,
            String secret) {}
}
