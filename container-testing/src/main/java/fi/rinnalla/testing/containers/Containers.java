package fi.rinnalla.testing.containers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/**
 * Whether tests run in containers. {@code -Drinnalla.tests.infrastructure} says it: {@code containers} pulls what is
 * missing and fails where they can't be had, {@code embedded} asks no engine. Without it ({@code auto}) containers are
 * used where an engine has the images; missing ones are pulled on a build machine ({@code CI=true}) only, because
 * nobody's first {@code ./mvnw verify} should fetch hundreds of megabytes unasked.
 */
public final class Containers {

    public static final String PROPERTY = "rinnalla.tests.infrastructure";

    enum Wish {
        AUTO,
        CONTAINERS,
        EMBEDDED;

        static Wish of(String word) {
            return Arrays.stream(values())
                    .filter(wish -> wish.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "-D%s=%s is none of auto, containers, embedded".formatted(PROPERTY, word)));
        }
    }

    private final Wish wish;
    private final boolean mayPullUnasked;
    private final Engine engine;

    Containers(Wish wish, boolean mayPullUnasked, Engine engine) {
        this.wish = wish;
        this.mayPullUnasked = mayPullUnasked;
        this.engine = engine;
    }

    /**
     * @return why containers of these images can't be had here, in a sentence; empty if they can
     * @throws IllegalStateException with that sentence, where containers were asked for by name
     */
    public static Optional<String> obstacle(DockerImageName... images) {
        return new Containers(
                        Wish.of(System.getProperty(PROPERTY, "auto")),
                        "true".equals(System.getenv("CI")),
                        new DockerEngine())
                .obstacle(Arrays.stream(images)
                        .map(DockerImageName::asCanonicalNameString)
                        .toList());
    }

    Optional<String> obstacle(List<String> images) {
        if (wish == Wish.EMBEDDED) {
            return Optional.of("-D" + PROPERTY + "=embedded says so");
        }
        try {
            engine.answers();
            for (var image : images) {
                if (!engine.has(image)) {
                    pull(image);
                }
            }
            engine.starts(images.getFirst());
            return Optional.empty();
        } catch (Engine.NotUsable refused) {
            if (wish == Wish.CONTAINERS) {
                throw new IllegalStateException("-D" + PROPERTY + "=containers, but " + refused.getMessage(), refused);
            }
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private void pull(String image) throws Engine.NotUsable {
        if (wish != Wish.CONTAINERS && !mayPullUnasked) {
            throw new Engine.NotUsable(
                    "the container engine has no %s (-D%s=containers pulls it)".formatted(image, PROPERTY));
        }
        System.out.println("Pulling " + image + " for the tests");
        engine.pull(image);
    }
}
