package org.rongyi.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change of keys leaves, for tests of other rooms. */
public final class RenewedVault {

    private RenewedVault() {}

    /** With the keys of a program and a fresh sealing key beside them, in a directory of their own. */
    public static Vault of(Path keys, Path directory) throws IOException {
        Files.copy(keys.resolve(Keys.FILE), directory.resolve(Keys.FILE));
        var renewed = Keys.in(directory);
        renew(renewed);
        return new Vault(renewed);
    }

    /** A fresh sealing key in the file, which seals; answers its version. */
    static int renew(Keys keys) {
        var fresh = keys.freshSeal(0);
        keys.addSeal(fresh);
        keys.use(fresh.version());
        return fresh.version();
    }

    /** Seals all anew that an earlier key sealed, as if long after the change: the next may come. */
    public static void workOff(ApplicationContext program) {
        var later = Clock.offset(program.getBean(Clock.class), Resealing.NOTICED.plusMinutes(1));
        var resealing = new Resealing(
                program.getBean(Keys.class),
                program.getBeanProvider(SealedPlace.class).stream().toList(),
                program.getBean("jobJdbc", JdbcClient.class),
                later);
        while (resealing.run()) {
            // until nothing old is left
        }
    }
}
