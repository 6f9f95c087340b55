package org.rongyi.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL's programs are run, since the server refuses to run as root. In a user namespace of its own
 * (unshare) it is nobody to itself while its files stay root's, so that it also works below a 0700 home; setpriv
 * needs its files handed over and every directory above them traversable, and so is the second choice.
 */
enum Unprivileged {
    PLAIN(List.of()),
    UNSHARE(List.of("unshare", "-U", "--")),
    SETPRIV(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged choose(Path scratch) {
        if (new UnixSystem().getUid() != 0) {
            return PLAIN;
        }
        return Command.succeeds(UNSHARE.wrap(List.of("true")), scratch, Duration.ofSeconds(10)) ? UNSHARE : SETPRIV;
    }

    List<String> wrap(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** The cluster's own folders must belong to whom the server runs as. */
    void handOver(DataDirectory directory, List<Path> folders) throws IOException {
        if (this != SETPRIV) {
            return;
        }
        for (var passage : List.of(directory.root(), directory.logs())) {
            Files.setPosixFilePermissions(passage, PosixFilePermissions.fromString("rwx--x--x"));
        }
        for (var folder : folders) {
            Command.run(
                    List.of("chown", "-R", "nobody:nogroup", folder.toString()),
                    directory.logs(),
                    Duration.ofMinutes(1));
        }
    }
}
