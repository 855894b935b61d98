package fi.rinnalla.local.infrastructure;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** One program of the system that is to run for as long as the system does. */
public interface Supervised {

    String name();

    /** Completes when the program ends, whatever ends it; at once if it does not run. */
    CompletableFuture<?> onExit();

    /** On the same data and port; returns when it answers. */
    void startAgain() throws IOException, InterruptedException;
}
