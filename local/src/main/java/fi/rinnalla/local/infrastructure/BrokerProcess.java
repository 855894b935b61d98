package fi.rinnalla.local.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** The broker's JVM: formats the storage the first time, then is Kafka. Ends with the one that started it. */
final class BrokerProcess {

    private BrokerProcess() {}

    static void main(String[] arguments) throws Exception {
        var config = Path.of(arguments[0]);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(config)) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            kafka.tools.StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", config.toString()}, System.out);
        }
        ProcessHandle.current().parent().ifPresent(parent -> {
            var _ = parent.onExit().thenRun(() -> System.exit(0));
        });
        kafka.Kafka.main(new String[] {config.toString()});
    }
}
