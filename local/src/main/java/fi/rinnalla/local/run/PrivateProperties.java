package fi.rinnalla.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** A file of settings that hold secrets: readable by its owner alone. */
final class PrivateProperties {

    private PrivateProperties() {}

    /** Aside and then renamed, so that a start that was cut off leaves all of them or none. */
    static void write(Properties properties, Path file, String comment) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside);
        if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        }
        try (var out = Files.newBufferedWriter(aside)) {
            properties.store(out, comment);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
