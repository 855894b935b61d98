package fi.rinnalla.service.operating;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that does one job for all instances of a service: it leads or waits to lead, and after any failure starts
 * again with a pause that grows to some seconds. Ends with the service.
 */
public abstract class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long LOOK_FOR_LEAD_MILLIS = 500;

    private final Keeper keeper;
    private final String job;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    protected Worker(Keeper keeper, String job) {
        this.keeper = keeper;
        this.job = job;
    }

    /** Works as long as {@link #isRunning()} and the lead is held; may throw at any time and is then called anew. */
    protected abstract void work(Leadership leadership) throws Exception;

    /** Called when work failed; a metric may rise. */
    protected void failed(Exception why) {}

    protected final String job() {
        return job;
    }

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(job).daemon().start(this::run);
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (running) {
            var began = System.nanoTime();
            try (var leadership = Leadership.of(keeper, job, LOOK_FOR_LEAD_MILLIS)) {
                work(leadership);
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception failure) {
                if (!running) {
                    return;
                }
                failed(failure);
                // The message may repeat data; the class and the place do not.
                log.warn(
                        "{} failed and starts again: {} at {}",
                        job,
                        failure.getClass().getName(),
                        placeOf(failure));
                pause = System.nanoTime() - began > LONGEST_PAUSE.toNanos() ? FIRST_PAUSE : pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private static String placeOf(Exception failure) {
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("fi.rinnalla")) {
                return frame.toString();
            }
        }
        return "-";
    }

    @Override
    public final void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
