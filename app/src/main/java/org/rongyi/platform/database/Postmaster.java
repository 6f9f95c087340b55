package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server's {@code postmaster.pid} says: its process, its port, and whether it takes connections. */
record Postmaster(long pid, int port, boolean ready) {

    private static final Path PROC = Path.of("/proc");
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The living server of this cluster; a file left over by a dead one, or by a reused process id, is none. */
    static Optional<Postmaster> livingIn(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            var pid = Long.parseLong(lines.getFirst().strip());
            var found =
                    new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip()), ready);
            return Optional.of(found).filter(server -> worksIn(PROC.resolve(Long.toString(pid)), data));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Some server process of this cluster still runs, if only a last one that has not yet noticed its parent's
     * death. To start another beside it would destroy data.
     */
    static boolean anyProcessIn(Path data) {
        try (var processes = Files.list(PROC)) {
            return processes
                    .filter(process ->
                            Character.isDigit(process.getFileName().toString().charAt(0)))
                    .anyMatch(process -> worksIn(process, data));
        } catch (IOException e) {
            throw new CannotRun("/proc 不可读 · cannot read /proc", e);
        }
    }

    /** Every PostgreSQL process has the cluster as its working directory. */
    private static boolean worksIn(Path process, Path data) {
        try {
            return Files.isSameFile(process.resolve("cwd"), data);
        } catch (IOException e) {
            return false; // ended meanwhile, or another user's
        }
    }
}
