package fi.rinnalla.testing.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
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

    private final Duration silence;
    private @Nullable DockerClient client;

    DockerEngine() {
        silence = SILENCE;
    }

    /** An engine that was found already. */
    DockerEngine(DockerClient client, Duration silence) {
        this.client = client;
        this.silence = silence;
    }

    @Override
    public void answers() throws NotUsable {
        try {
            // Not Testcontainers' client: that begins with pulling and starting a container of its own.
            var docker = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            docker.pingCmd().exec();
            client = docker;
        } catch (RuntimeException nobody) {
            throw new NotUsable("no container engine answers");
        }
    }

    private DockerClient docker() {
        return java.util.Objects.requireNonNull(client, "ask first whether it answers");
    }

    @Override
    public boolean has(String image) throws NotUsable {
        try {
            docker().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        } catch (RuntimeException failed) {
            throw new NotUsable("the container engine does not tell whether it has " + image + ": " + because(failed));
        }
    }

    /** Awaited by its own end: the library's timed wait also closes the stream, and with it ends the pull. */
    private static final class Progress extends ResultCallback.Adapter<PullResponseItem> {

        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile Instant heard = Instant.now();

        @Override
        public void onNext(PullResponseItem item) {
            heard = Instant.now();
            if (item.isErrorIndicated()) {
                var detail = item.getErrorDetail();
                onError(new IllegalStateException(detail == null ? "the engine failed" : detail.getMessage()));
            }
        }

        @Override
        public void onError(Throwable failed) {
            end.completeExceptionally(failed);
            super.onError(failed);
        }

        @Override
        public void onComplete() {
            end.complete(null);
            super.onComplete();
        }

        void awaitEnd(Duration mostSilence) throws InterruptedException, ExecutionException, TimeoutException {
            while (true) {
                try {
                    end.get(100, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException notYet) {
                    if (Duration.between(heard, Instant.now()).compareTo(mostSilence) > 0) {
                        throw notYet;
                    }
                }
            }
        }
    }

    @Override
    public void pull(String image) throws NotUsable {
        try (var progress = docker().pullImageCmd(image).exec(new Progress())) {
            progress.awaitEnd(silence);
        } catch (TimeoutException silent) {
            throw new NotUsable(
                    "%s could not be pulled: nothing was heard for %d s".formatted(image, silence.toSeconds()));
        } catch (ExecutionException failed) {
            throw new NotUsable(image + " could not be pulled: " + because(failed.getCause()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new NotUsable(image + " could not be pulled: interrupted");
        } catch (IOException | RuntimeException failed) {
            throw new NotUsable(image + " could not be pulled: " + because(failed));
        }
        if (!has(image)) {
            throw new NotUsable("the container engine pulled " + image + " and does not have it");
        }
    }

    @Override
    public void starts(String image) throws NotUsable {
        // Testcontainers' own container, which tidies up, comes first: its image may have to be pulled, and must not
        // hang here.
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
            throw new NotUsable(
                    "the container engine started nothing within %d s; Testcontainers' own image may be missing"
                            .formatted(START.toSeconds()));
        } catch (ExecutionException failed) {
            throw new NotUsable("the container engine can't start " + image + ": " + because(failed.getCause()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new NotUsable("interrupted");
        }
    }

    /** The first line of what is at the bottom of it: engines and libraries explain themselves at length. */
    private static String because(@Nullable Throwable failed) {
        var bottom = failed;
        while (bottom != null && bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return bottom == null
                ? "unknown"
                : String.valueOf(bottom.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
    }
}
