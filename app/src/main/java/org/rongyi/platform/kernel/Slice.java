package org.rongyi.platform.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the {@link Cursor} of the next page as it stands in an address; none on the last page
 */
public record Slice<R>(List<R> rows, @Nullable String next) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** Cuts a page from what was read: one row more than fits tells that there is a next page. */
    public static <R> Slice<R> of(List<R> read, int size, Function<R, Cursor<?>> behind) {
        if (read.size() <= size) {
            return new Slice<>(read, null);
        }
        var shown = read.subList(0, size);
        return new Slice<>(shown, behind.apply(shown.getLast()).toString());
    }
}
