package fi.rinnalla.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer        what tokens name as {@code iss}; where browsers find this provider
 * @param gateway       where browsers find the gateway
 * @param gatewaySecret with which the gateway fetches tokens
 * @param organisations names by slug
 */
@ConfigurationProperties("identity")
record IdentitySettings(
        String issuer, String gateway, String gatewaySecret, Map<String, String> organisations, List<Person> people) {

    /** Somebody invented. */
    record Person(String login, String name, String organisation, List<String> roles) {}

    Person person(String login) {
        return people.stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    String nameOf(String organisation) {
        return Optional.ofNullable(organisations.get(organisation)).orElseThrow();
    }
}
