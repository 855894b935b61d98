package fi.rinnalla.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** An identity provider as the services see it: keys at an address, and tokens signed with them. */
public final class TestIssuer {

    public static final String ISSUER = "http://issuer.test";
    public static final String AUDIENCE = "rinnalla";

    private static final TestIssuer ONE = new TestIssuer();

    private final RSAKey key;
    private final String keysAt;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            keysAt = "http://localhost:" + server.getAddress().getPort() + "/keys";
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String keysAt() {
        return ONE.keysAt;
    }

    /** A good token, for an hour. */
    public static String token(String login, String organisation, String... roles) {
        return token(login, organisation, claims -> {}, roles);
    }

    /** A token that is changed before it is signed. */
    public static String token(
            String login, String organisation, Consumer<JWTClaimsSet.Builder> change, String... roles) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(login)
                .claim("org", organisation)
                .claim("roles", List.of(roles))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
        change.accept(claims);
        return sign(claims.build(), ONE.key);
    }

    /** Signed by somebody else's key that claims the same id. */
    public static String forged(String login, String organisation, String... roles) {
        try {
            var claims = SignedJWT.parse(token(login, organisation, roles)).getJWTClaimsSet();
            return sign(claims, new RSAKeyGenerator(2048).keyID("test").generate());
        } catch (JOSEException | java.text.ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String sign(JWTClaimsSet claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
