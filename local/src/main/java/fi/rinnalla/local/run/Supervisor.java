package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.Supervised;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Starts again what ends by itself: one thread for each program, at once the first time, later and later (up to half a
 * minute) for one that keeps ending. What happened is kept for {@code ./rinnalla status}.
 */
final class Supervisor {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Who ran this long has recovered. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Restarts restarts;
    private final Consumer<String> progress;
    private volatile boolean closing;

    Supervisor(Restarts restarts, Consumer<String> progress) {
        this.restarts = restarts;
        this.progress = progress;
    }

    void watch(List<? extends Supervised> programs) {
        programs.forEach(program ->
                Thread.ofPlatform().daemon().name("watch-" + program.name()).start(() -> keepRunning(program)));
    }

    /** Nothing is started again any more. */
    void close() {
        closing = true;
    }

    private void keepRunning(Supervised program) {
        var wait = SHORTEST;
        var since = Instant.now();
        try {
            while (true) {
                awaitEnd(program);
                if (closing) {
                    return;
                }
                wait = Duration.between(since, Instant.now()).compareTo(STEADY) > 0 ? SHORTEST : wait;
                progress.accept(program.name() + " ended by itself and is started again");
                Thread.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
                since = Instant.now();
                startAgain(program);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Supervised program) throws InterruptedException {
        try {
            program.onExit().get();
        } catch (ExecutionException unknown) {
            // then it is started again, which ends what is left of it
        }
    }

    private void startAgain(Supervised program) throws InterruptedException {
        if (closing) {
            return;
        }
        try {
            restarts.note(program.name(), Instant.now());
            program.startAgain();
            progress.accept(program.name() + " is ready again");
        } catch (IOException | RuntimeException failed) { // a full disk must not end the watch
            progress.accept(program.name() + " did not start: " + failed.getMessage());
        }
    }
}
