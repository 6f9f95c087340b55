package org.rongyi.platform.vault;

import java.util.UUID;

/** A column that holds sealed values; its name is authenticated with each value. */
public record SealedField(String table, String column) {

    /** What is authenticated with a value of a row. */
    public String aad(UUID row) {
        return table + "." + column + "|" + row;
    }
}
