package fi.rinnalla.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a port of its own, on real infrastructure, trusting {@link TestIssuer}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
@ContextConfiguration(initializers = RealService.Settings.class)
public @interface RealService {

    /** A quicker clock, the tests' issuer, and how one logs in to the tests' Kafka. */
    class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(properties()).applyTo(context);
        }

        private static Map<String, String> properties() {
            var properties = new HashMap<>(Map.of(
                    "logging.structured.format.console",
                    "",
                    "RINNALLA_RELEASE_EVERY",
                    "300ms",
                    "RINNALLA_RELEASE_FIGURES_EVERY",
                    "700ms",
                    "rinnalla.tokens.issuers[0].issuer",
                    TestIssuer.ISSUER,
                    "rinnalla.tokens.issuers[0].jwk-set-uri",
                    TestIssuer.keysAt(),
                    "rinnalla.tokens.issuers[0].organisations",
                    "sovatek,jyvaskyla"));
            properties.put("RINNALLA_ORGANISATION_FIGURES_FOR", "0s");
            properties.put("RINNALLA_MESSAGES_FILE", "target/messages.jsonl");
            // Request and Shown are many services' words: the OpenAPI document tells them apart by their outer class.
            properties.put("springdoc.use-fqn", "true");
            properties.put("springdoc.default-produces-media-type", "application/json");
            Infrastructure.running()
                    .kafkaLogin()
                    .forEach((name, value) -> properties.put("spring.kafka.properties." + name, value));
            return properties;
        }
    }
}
