package fi.rinnalla.journeys.upgrade;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** An installation as an earlier version left it: its data, and a snapshot of what its people saw. */
record Archive(Path folder) {

    /** @param folder where it is unpacked to; what is there goes */
    static Archive unpacked(String version, Path folder) throws IOException {
        try (var file = Objects.requireNonNull(Archive.class.getResourceAsStream("/upgrade/" + version + ".tar.xz"));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(file)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                }
            }
        }
        // PostgreSQL starts on a folder that nobody else may read.
        Files.setPosixFilePermissions(folder.resolve("data/postgres"), PosixFilePermissions.fromString("rwx------"));
        return new Archive(folder);
    }

    Snapshot snapshot() throws IOException {
        return Snapshot.ofJson(Files.readString(folder.resolve("snapshot.json")));
    }
}
