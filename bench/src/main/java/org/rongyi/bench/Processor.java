package org.rongyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** CPU time of the program (with the client in it) and of the embedded database with all its processes, those that ended too. */
final class Processor {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ProcessHandle database;
    private final Map<Long, Duration> seen = new HashMap<>();

    Processor(Path data) {
        try {
            var pid = Files.readAllLines(data.resolve("pg/data/postmaster.pid")).getFirst();
            this.database = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds so far: of the program, and of the database. */
    record Used(double program, double database) {

        Used since(Used before) {
            return new Used(program - before.program, database - before.database);
        }

        double both() {
            return program + database;
        }
    }

    Used now() {
        database.descendants()
                .forEach(one -> one.info().totalCpuDuration().ifPresent(used -> seen.put(one.pid(), used)));
        double all =
                seen.values().stream().mapToDouble(used -> used.toNanos() / 1e6).sum();
        return new Used(system.getProcessCpuTime() / 1e6, all);
    }
}
