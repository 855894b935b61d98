package fi.rinnalla.service.operating;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import java.time.Duration;

/** Does a job again and again with a pause between, in one instance of the service at a time. */
public class Regularly extends Worker {

    private final Duration pause;
    private final int rest;
    private final Runnable task;

    public Regularly(Keeper keeper, String job, Duration pause, Runnable task) {
        this(keeper, job, pause, 0, task);
    }

    /** @param rest however short the pause is, it rests at least so many times as long as it has worked: people come first */
    public Regularly(Keeper keeper, String job, Duration pause, int rest, Runnable task) {
        super(keeper, job);
        this.pause = pause;
        this.rest = rest;
        this.task = task;
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        while (isRunning() && leadership.holds()) {
            long begun = System.nanoTime();
            task.run();
            Thread.sleep(Math.max(pause.toNanos(), rest * (System.nanoTime() - begun)) / 1_000_000);
        }
    }
}
