package fi.rinnalla.local.run;

import fi.rinnalla.local.infrastructure.Folders;
import java.nio.charset.Charset;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes all data of the local system, after asking. */
@Command(
        name = "reset",
        description = "Stop everything and remove all its data, after asking.",
        mixinStandardHelpOptions = true)
public final class Reset implements Callable<Integer> {

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    @Override
    public Integer call() throws Exception {
        var home = Home.here();
        if (!yes && !confirmed(home)) {
            System.out.println("Nothing was removed.");
            return 1;
        }
        Down.stop(home); // also what a killed launcher left: no data is taken away under a living database
        Folders.delete(home.data());
        Folders.delete(home.logs());
        home.deleteSettings();
        System.out.println("All data is removed. ./rinnalla up begins anew.");
        return 0;
    }

    private static boolean confirmed(Home home) {
        System.out.printf(
                "This removes all meetings, plans, answers and events in %s for good. Remove them? [y/N] ",
                home.data());
        System.out.flush();
        try (var keyboard = new Scanner(System.in, Charset.defaultCharset())) {
            return keyboard.hasNextLine() && keyboard.nextLine().strip().matches("(?i)y|yes|k|kyllä|j|ja");
        }
    }
}
