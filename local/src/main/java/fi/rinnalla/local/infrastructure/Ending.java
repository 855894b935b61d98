package fi.rinnalla.local.infrastructure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for a program that was asked to end, but never without end. */
public final class Ending {

    private static final int POLITE_SECONDS = 30;
    private static final int KILLED_SECONDS = 10;

    private Ending() {}

    /** @throws UserError if it stays even after it was killed */
    public static void await(ProcessHandle process, String name) throws InterruptedException {
        if (hasEnded(process, POLITE_SECONDS)) {
            return;
        }
        process.destroyForcibly();
        if (!hasEnded(process, KILLED_SECONDS)) {
            throw new UserError(
                    "%s (process %d) of an earlier run does not end. End it (kill -9 %d), or restart the machine, then try again."
                            .formatted(name, process.pid(), process.pid()));
        }
    }

    private static boolean hasEnded(ProcessHandle process, int seconds) throws InterruptedException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stays) {
            return isDefunct(process);
        } catch (ExecutionException failed) {
            return !process.isAlive();
        }
    }

    /** Ended, but its parent has not taken notice: it has no command any more, holds no port and no file. */
    private static boolean isDefunct(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
