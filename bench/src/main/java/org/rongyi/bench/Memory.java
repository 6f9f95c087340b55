package org.rongyi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this JVM took at most: of its heap, and of the machine. The database is a process of its own. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String RESET_RESIDENT_PEAK = "5";

    private Memory() {}

    static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        try {
            Files.writeString(CLEAR, RESET_RESIDENT_PEAK);
        } catch (IOException e) {
            throw new UncheckedIOException("常驻内存的峰值不能清零", e);
        }
    }

    /** The pools' peaks together, though they need not fall on the same moment: an upper bound. */
    static long heapPeakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** Mapped file pages are counted, which the system takes back when it needs them. */
    static long residentPeakMegabytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    >> 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
