package fi.rinnalla.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
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
        assertThat(texts("fi").keySet()).isEqualTo(texts("sv").keySet()).isEqualTo(texts("en").keySet());
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        try (var in = DemoIdentityTest.class.getResourceAsStream("/login/" + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
