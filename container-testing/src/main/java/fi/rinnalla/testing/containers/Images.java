package fi.rinnalla.testing.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The images of docker-compose.yml: what is tested is what is installed, and a version stands in one place. */
public final class Images {

    private static final Map<String, Map<String, Object>> SERVICES = services();

    private Images() {}

    /** @param service as docker-compose.yml names it */
    public static DockerImageName of(String service) {
        var named = SERVICES.get(service);
        if (named == null || !(named.get("image") instanceof String image)) {
            throw new IllegalArgumentException("docker-compose.yml names no image for " + service);
        }
        return parse(image);
    }

    /** Docker reads a tag beside a digest and heeds the digest alone; Testcontainers takes one of them only. */
    static DockerImageName parse(String image) {
        return DockerImageName.parse(image.replaceFirst(":[^:/@]+@", "@"));
    }

    @SuppressWarnings("unchecked") // a compose file has services, each with settings by name
    private static Map<String, Map<String, Object>> services() {
        try (var file = Images.class.getResourceAsStream("/docker-compose.yml")) {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(1_000); // our own file, where each service repeats the same parts
            var compose = new Yaml(new SafeConstructor(options)).<Map<String, Object>>load(file);
            return (Map<String, Map<String, Object>>) Objects.requireNonNull(compose.get("services"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
