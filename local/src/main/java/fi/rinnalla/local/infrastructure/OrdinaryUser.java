package fi.rinnalla.local.infrastructure;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. On Linux a user namespace of its own makes root an ordinary user to it, while the
 * files stay root's.
 */
final class OrdinaryUser {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private OrdinaryUser() {}

    static List<String> command(Path program, List<String> arguments) {
        var command = new ArrayList<String>(isRoot() ? namespace() : List.of());
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        return !PostgresPrograms.isWindows() && new UnixSystem().getUid() == 0;
    }

    private static List<String> namespace() {
        try {
            var probe = new ArrayList<>(NAMESPACE);
            probe.add("true");
            if (new ProcessBuilder(probe).start().waitFor() == 0) {
                return NAMESPACE;
            }
        } catch (IOException notThere) {
            // no such program: told below
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        throw new UserError(
                "PostgreSQL does not run as root here. Run ./rinnalla as an ordinary user, in a folder of that user's.");
    }
}
