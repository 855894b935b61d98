package fi.rinnalla.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The identity provider of the demonstration: people who do not exist, with passwords that everybody knows. Started
 * without the profile {@code demo} it refuses, so that it can't stand in for a real one by mistake.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoIdentity {

    DemoIdentity(Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(
                    "The demo identity provider knows only invented people and is not for real use."
                            + " Start it with --spring.profiles.active=demo, or use a real identity provider.");
        }
    }

    public static void main(String[] arguments) {
        SpringApplication.run(DemoIdentity.class, arguments);
    }
}
