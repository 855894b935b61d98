package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.Ending;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything; the data stays. */
@Command(name = "down", description = "Stop everything; the data stays.", mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        stop(Home.here());
        return 0;
    }

    static void stop(Home home) throws Exception {
        if (home.isRunning()) {
            // The starter ends its programs itself.
            var starter = home.running().stream().findFirst();
            if (starter.isPresent()) {
                starter.get().destroy();
                Ending.await(starter.get(), "Rinnalla");
            }
        } else if (home.running().isEmpty()) {
            System.out.println("Rinnalla is not running.");
            LocalSystem.endLeftovers(home, System.out::println);
            return;
        }
        LocalSystem.endLeftovers(home, System.out::println);
        System.out.println("Rinnalla is stopped. The data stays in " + home.data());
    }
}
