package fi.rinnalla.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoIdentityTest {

    @Test
    void outsideTheDemoProfileItRefusesToStart() {
        assertThatThrownBy(() -> new DemoIdentity(new MockEnvironment())).hasMessageContaining("not for real use");
        assertThatThrownBy(() -> SpringApplication.run(DemoIdentity.class, "--server.port=0"))
                .rootCause()
                .hasMessageContaining("not for real use");
    }

    @Test
    void theLoginPageSpeaksThreeLanguages() throws Exception {
        assertThat(texts("fi").keySet())
                .isEqualTo(texts("sv").keySet())
                .isEqualTo(texts("en").keySet());
    }

    /** In containers the same people log in at Keycloak, or the seeds could not be told there. */
    @Test
    void keycloakKnowsTheSamePeople() throws Exception {
        var here = logins("login: ([a-z.]+),", Path.of("src/main/resources/people.yaml"));
        assertThat(here)
                .hasSizeGreaterThan(10)
                .isEqualTo(logins("\"value\": \"([a-z.]+)\"", Path.of("../ops/keycloak/rinnalla-realm.json")));
    }

    /** What README shows with an organisation's own system can be followed in containers too. */
    @Test
    void keycloakKnowsTheSameSystems() throws Exception {
        assertThat(logins("(?m)^    ([a-z]+): ", Path.of("src/main/resources/people.yaml")))
                .hasSizeGreaterThan(1)
                .isEqualTo(logins("\"clientId\": \"([a-z]+)-system\"", Path.of("../ops/keycloak/rinnalla-realm.json")));
    }

    private static Set<String> logins(String pattern, Path file) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        try (var in = DemoIdentityTest.class.getResourceAsStream("/login/" + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
