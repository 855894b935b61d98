package fi.rinnalla.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of this installation: made at the first start, kept beside the data, readable by their owner alone. */
final class Secrets {

    static final Secrets NONE = new Secrets(new Properties());

    private static final List<String> NAMES = List.of("gateway", "kafka", "cursors");
    private static final int BYTES = 16;

    private final Properties kept;

    private Secrets(Properties kept) {
        this.kept = kept;
    }

    /** A secret that is new since the last start is made and added; the others stay. */
    static Secrets of(Home home) throws IOException {
        var file = home.data().resolve("secrets.properties");
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
        if (!kept.stringPropertyNames().containsAll(NAMES)) {
            NAMES.forEach(name -> kept.putIfAbsent(name, random()));
            PrivateProperties.write(kept, file, "Made for this machine alone");
        }
        return new Secrets(kept);
    }

    String of(String name) {
        return kept.getProperty(name);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
