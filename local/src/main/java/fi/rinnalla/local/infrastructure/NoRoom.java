package fi.rinnalla.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a full disk from other failures, because the way out is another one. */
public final class NoRoom {

    private static final long ALMOST_NOTHING_BYTES = 16L << 20;

    private NoRoom() {}

    /** @return the failure itself, unless the disk of that folder is full
     * @throws UserError if it is */
    public static <E extends Exception> E explain(E failed, Path folder) {
        if (tellsOfFullDisk(failed) || isFull(folder)) {
            throw new UserError(
                    "The disk of %s is full. Make room, or set RINNALLA_HOME to a folder elsewhere, then try again."
                            .formatted(folder));
        }
        return failed;
    }

    /** The system's own words, which Java passes on; the disk may have room again since. */
    private static boolean tellsOfFullDisk(Exception failed) {
        return String.valueOf(failed.getMessage()).contains("No space left on device");
    }

    private static boolean isFull(Path folder) {
        try {
            var existing = Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                    .filter(Files::exists)
                    .findFirst();
            return existing.isPresent() && Files.getFileStore(existing.get()).getUsableSpace() < ALMOST_NOTHING_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
