package fi.rinnalla.local.run;

import com.sun.management.OperatingSystemMXBean;
import fi.rinnalla.local.infrastructure.UserError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the machine has the memory and the disk that the system needs, told before anything is begun. */
final class Room {

    private static final long MEMORY_MIB = 2_000;
    private static final long FIRST_DISK_MIB = 1_500;
    /** Once the services are prepared only the data grows. */
    private static final long LATER_DISK_MIB = 300;

    private Room() {}

    /** @throws UserError if something is short */
    static void require(Home home) throws IOException {
        requireAtLeast(freeMemoryMib(), MEMORY_MIB, "of free memory", "Close other programs");
        requireAtLeast(
                Files.getFileStore(home.folder()).getUsableSpace() >> 20,
                Files.exists(home.apps()) ? LATER_DISK_MIB : FIRST_DISK_MIB,
                "of free disk space at " + home.folder(),
                "Make room, or set RINNALLA_HOME to a folder elsewhere");
    }

    /** What is free now where the system tells it, but never more than a container may use. */
    private static long freeMemoryMib() throws IOException {
        long allowed =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
        var file = Path.of("/proc/meminfo");
        if (!Files.exists(file)) {
            return allowed;
        }
        long available = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("MemAvailable"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(allowed);
        return Math.min(allowed, available);
    }

    private static void requireAtLeast(long mib, long needed, String of, String wayOut) {
        if (mib < needed) {
            throw new UserError("Rinnalla needs %d MiB %s and finds %d MiB. %s, then try again."
                    .formatted(needed, of, mib, wayOut));
        }
    }
}
