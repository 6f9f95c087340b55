package org.rongyi.platform.intake;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.vault.Vault;

/** 退回的行: sealed as the import keeps them, for tests that need one. */
public final class RefusedRows {

    private RefusedRows() {}

    public static byte[] sealed(Vault vault, UUID batch, int number, String words) {
        return new RefusedRow(number, List.of(words, ""), words).seal(vault, Batch.commandFor(batch, number));
    }
}
