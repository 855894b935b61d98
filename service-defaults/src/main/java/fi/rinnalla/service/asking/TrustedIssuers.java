package fi.rinnalla.service.asking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are believed, and for which organisations.
 *
 * @param audience what a token's {@code aud} must name
 * @param issuers  the identity providers
 */
@ConfigurationProperties("rinnalla.tokens")
public record TrustedIssuers(String audience, List<Issuer> issuers) {

    /**
     * One identity provider.
     *
     * @param issuer        its {@code iss}, to the letter
     * @param jwkSetUri     where its public keys are read
     * @param organisations slugs of the organisations for which it may speak; it can't assert another's
     */
    public record Issuer(String issuer, String jwkSetUri, Set<String> organisations) {}

    public TrustedIssuers {
        if (issuers == null || issuers.isEmpty()) {
            throw new IllegalArgumentException("rinnalla.tokens.issuers is empty: name at least one identity provider");
        }
    }

    /** All organisations that anybody may act for. */
    public Set<String> organisations() {
        var all = new HashSet<String>();
        issuers.forEach(issuer -> all.addAll(issuer.organisations()));
        return all;
    }
}
