package fi.rinnalla.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * The broker's JVM: formats the storage the first time, then is Kafka. Ends with the one that started it. Works in its
 * data folder, so that no name of a folder above it can be one that Kafka's configuration reads otherwise.
 */
final class BrokerProcess {

    private static final Path CONFIGURATION = Path.of("server.properties");
    private static final String STORAGE = "log.dirs";
    private static final String FORMATTED = "meta.properties";
    private static final String FIRST_RECORDS = "__cluster_metadata-0";

    private BrokerProcess() {}

    static void main(String[] arguments) throws Exception {
        endWith(Long.parseLong(arguments[0]));
        var properties = new Properties();
        try (var in = Files.newBufferedReader(CONFIGURATION)) {
            properties.load(in);
        }
        var storage = Path.of(properties.getProperty(STORAGE));
        if (!Files.exists(storage.resolve(FORMATTED))) {
            format(storage, properties);
        }
        kafka.Kafka.main(new String[] {CONFIGURATION.toString()});
    }

    /** A starter that was killed before this line was reached is gone already. */
    private static void endWith(long starter) {
        var running = ProcessHandle.of(starter);
        if (running.isEmpty()) {
            System.exit(0);
        }
        var _ = running.get().onExit().thenRun(() -> System.exit(0));
    }

    /** Aside, then renamed: a format that was cut off is begun anew. Storage that holds records is never touched. */
    private static void format(Path storage, Properties properties) throws IOException {
        if (Files.exists(storage.resolve(FIRST_RECORDS))) {
            throw new IOException(
                    "Kafka's storage in " + storage.toAbsolutePath() + " holds records but lost its " + FORMATTED);
        }
        var aside = storage.resolveSibling(storage.getFileName() + ".making");
        var configuration = Path.of("format.properties");
        Folders.delete(aside);
        properties.setProperty(STORAGE, aside.toString());
        try (var out = Files.newBufferedWriter(configuration)) {
            properties.store(out, null);
        }
        int status = kafka.tools.StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", configuration.toString()},
                System.out);
        Files.delete(configuration);
        if (status != 0) {
            throw new IOException("Kafka's storage could not be formatted");
        }
        Folders.delete(storage);
        Files.move(aside, storage, StandardCopyOption.ATOMIC_MOVE);
    }
}
