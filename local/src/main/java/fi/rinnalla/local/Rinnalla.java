package fi.rinnalla.local;

import fi.rinnalla.local.infrastructure.UserError;
import fi.rinnalla.local.run.Down;
import fi.rinnalla.local.run.Logs;
import fi.rinnalla.local.run.Reset;
import fi.rinnalla.local.run.Status;
import fi.rinnalla.local.run.Up;
import fi.rinnalla.local.seeds.LoadSeeds;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./rinnalla}. */
@Command(
        name = "./rinnalla",
        description = "The whole system on this machine, without Docker.",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Reset.class, LoadSeeds.class},
        mixinStandardHelpOptions = true)
public final class Rinnalla {

    private Rinnalla() {}

    static void main(String[] arguments) {
        var program = new CommandLine(new Rinnalla());
        program.setExecutionExceptionHandler((failure, command, parsed) -> {
            // A sentence for what a person can mend; the trace only for what we should have foreseen.
            if (failure instanceof UserError error) {
                System.err.println(error.getMessage());
            } else {
                failure.printStackTrace();
            }
            return 1;
        });
        System.exit(program.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
