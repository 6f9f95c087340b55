package org.rongyi.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys of a program with a fresh sealing key beside them, in a directory of their own: what a renewal leaves, for tests of other rooms. */
public final class RenewedVault {

    private RenewedVault() {}

    public static Vault of(Path keys, Path directory) throws IOException {
        Files.copy(keys.resolve(Keys.FILE), directory.resolve(Keys.FILE));
        var renewed = Keys.in(directory);
        renewed.renew();
        return new Vault(renewed);
    }
}
