package org.rongyi.platform.backup;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.Migrations;

/**
 * 清单: what is in a backup. It names the keys the data needs and holds none.
 *
 * @param format of the file; a program reads the formats it knows
 * @param program the version that made it, or {@code null} for one run from its classes
 * @param postgres the server's version
 * @param at the moment of the snapshot
 * @param demo null for real data; {@code ""} or the day of a demo of the past
 * @param steps the migrations the schema was made of
 * @param keys marks of the keys in {@code keys/vault.properties}, by name
 * @param signing ids of the keys in {@code keys/signing.properties}
 * @param missing files that the database names and the disk did not have
 */
record Manifest(
        int format,
        @Nullable String program,
        String postgres,
        OffsetDateTime at,
        @Nullable String demo,
        List<Migrations.Step> steps,
        Map<String, String> keys,
        List<String> signing,
        List<Sequence> sequences,
        List<Table> tables,
        Part files,
        List<String> missing) {

    static final int FORMAT = 1;

    record Sequence(String name, long value, boolean called) {}

    /** @param count rows or files; {@code digest} SM3 of the bytes before compression */
    record Part(long count, long bytes, String digest) {}

    record Table(String name, List<String> columns, Part part) {}

    long rows() {
        return tables.stream().mapToLong(table -> table.part().count()).sum();
    }

    /**
     * SM3 over all that is data: two installations with the same rows and files have the same, whenever and by whatever
     * program they were backed up.
     */
    String content() {
        var text = new StringBuilder();
        for (var table : tables) {
            text.append(table.name()).append(' ').append(table.columns()).append(' ');
            text.append(table.part().digest()).append('\n');
        }
        for (var sequence : sequences) {
            text.append(sequence).append('\n');
        }
        return Digest.of(text + files.digest());
    }
}
