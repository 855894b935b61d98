package fi.rinnalla.local.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops everything; the data stays. */
@Command(name = "down", description = "Stop everything; the data stays.", mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() throws Exception {
        stop(Home.here());
        return 0;
    }

    static void stop(Home home) throws Exception {
        var processes = home.notedProcesses();
        if (processes.isEmpty()) {
            System.out.println("Rinnalla is not running.");
            return;
        }
        // The starter ends its children itself; what a killed starter left is ended one by one.
        if (home.isRunning()) {
            var starter = processes.getFirst();
            starter.destroy();
            starter.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } else {
            processes.forEach(ProcessHandle::destroy);
            for (var process : processes) {
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        System.out.println("Rinnalla is stopped. The data stays in " + home.data());
    }
}
