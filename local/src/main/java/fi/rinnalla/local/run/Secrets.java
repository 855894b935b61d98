package fi.rinnalla.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
            write(kept, file);
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

    /** Aside and then renamed, so that a start that was cut off leaves none of them or all. */
    private static void write(Properties kept, Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside);
        if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        }
        try (var out = Files.newBufferedWriter(aside)) {
            kept.store(out, "Made for this machine alone");
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
