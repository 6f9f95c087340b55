package org.rongyi.platform.kernel;

import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins: behind this record. The key is what the list is sorted by, the id decides
 * between records of the same key.
 */
public record Cursor<K>(K key, UUID id) {

    private static final int ID_LENGTH = 36;

    /** As it stands in an address; {@link #parse} reads it. */
    @Override
    public String toString() {
        return key + "_" + id;
    }

    /** Reads what {@link #toString} wrote. Anything else is none: a mangled address shows the first page. */
    public static <K> @Nullable Cursor<K> parse(String text, Function<String, K> key) {
        int split = text.length() - ID_LENGTH - 1;
        if (split < 1 || text.charAt(split) != '_') {
            return null;
        }
        try {
            return new Cursor<>(key.apply(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
