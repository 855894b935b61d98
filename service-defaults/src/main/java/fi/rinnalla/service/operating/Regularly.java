package fi.rinnalla.service.operating;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import java.time.Duration;

/** Does a job again and again with a pause between, in one instance of the service at a time. */
public class Regularly extends Worker {

    /** However often it is wanted, it rests so many times as long as it worked: people come first. */
    private static final int REST = 10;

    private final Duration pause;
    private final Runnable task;

    public Regularly(Keeper keeper, String job, Duration pause, Runnable task) {
        super(keeper, job);
        this.pause = pause;
        this.task = task;
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        while (isRunning() && leadership.holds()) {
            long begun = System.nanoTime();
            task.run();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            Thread.sleep(pause.compareTo(took.multipliedBy(REST)) > 0 ? pause : took.multipliedBy(REST));
        }
    }
}
