package fi.rinnalla.testing.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** The engine that Testcontainers would use, asked without any of its own waiting and retrying. */
final class DockerEngine implements Engine {

    /** A pull that says nothing for so long has no network; one that goes on slowly may take its time. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration START = Duration.ofSeconds(60);

    private @Nullable DockerClient client;

    @Override
    public void answers() throws Refused {
        try {
            // Not Testcontainers' client: that begins with pulling and starting a container of its own.
            var docker = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            docker.pingCmd().exec();
            client = docker;
        } catch (RuntimeException nobody) {
            throw new Refused("no container engine answers");
        }
    }

    private DockerClient docker() {
        return java.util.Objects.requireNonNull(client, "ask first whether it answers");
    }

    @Override
    public boolean has(String image) throws Refused {
        try {
            docker().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        } catch (RuntimeException failed) {
            throw new Refused("the container engine does not tell whether it has " + image + ": " + because(failed));
        }
    }

    private static final class Progress extends ResultCallback.Adapter<PullResponseItem> {

        private volatile Instant heard = Instant.now();

        @Override
        public void onNext(PullResponseItem item) {
            heard = Instant.now();
        }

        boolean isSilent() {
            return Duration.between(heard, Instant.now()).compareTo(SILENCE) > 0;
        }
    }

    @Override
    public void pull(String image) throws Refused {
        try (var progress = docker().pullImageCmd(image).exec(new Progress())) {
            while (!progress.awaitCompletion(1, TimeUnit.SECONDS)) {
                if (progress.isSilent()) {
                    throw new Refused(
                            "%s could not be pulled: nothing was heard for %d s".formatted(image, SILENCE.toSeconds()));
                }
            }
        } catch (Refused refused) {
            throw refused;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Refused(image + " could not be pulled: interrupted");
        } catch (Exception failed) {
            throw new Refused(image + " could not be pulled: " + because(failed));
        }
        if (!has(image)) {
            throw new Refused(image + " could not be pulled");
        }
    }

    @Override
    public void starts(String image) throws Refused {
        // Testcontainers' own helper container comes first; it may be pulled (some megabytes), and must not hang here.
        var started = CompletableFuture.runAsync(() -> {
            DockerClientFactory.instance().client();
            var probe =
                    docker().createContainerCmd(image).withEntrypoint("true").exec();
            try {
                docker().startContainerCmd(probe.getId()).exec();
            } finally {
                docker().removeContainerCmd(probe.getId()).withForce(true).exec();
            }
        });
        try {
            started.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            throw new Refused("the container engine started nothing within %d s".formatted(START.toSeconds()));
        } catch (ExecutionException failed) {
            throw new Refused("the container engine can't start " + image + ": " + because(failed.getCause()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    /** The first line: engines explain themselves at length. */
    private static String because(Throwable failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
