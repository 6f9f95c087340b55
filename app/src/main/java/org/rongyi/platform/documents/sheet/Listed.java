package org.rongyi.platform.documents.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that also goes out whole: the record of the screen says what the columns are, and {@link WholeList} reads one page after
 * the other. For lists of some thousands of rows; a longer one has a statement of its own, read row by row into {@link ListDownload}.
 *
 * @param <R> a row as the screen has it
 */
public interface Listed<R> {

    /** What it is a list of; the name of the file, too. */
    String title();

    List<R> rows();

    /** The cursor of the next page; none on the last. */
    @Nullable
    String next();

    /** The address of the list with its filter, without a cursor. */
    String list();

    List<String> headers();

    /** The values of a row, in the order of {@link #headers}: whatever {@link SheetWriter} takes, and money. */
    List<? extends @Nullable Object> cells(R row);

    /** Its title on paper, where the screen's way to it says whose it is. */
    default String heading() {
        return title();
    }

    /** The filter in words. */
    default Conditions said() {
        return new Conditions();
    }

    /** The address of the whole as a file. */
    default String export() {
        return list().replaceFirst("(?=\\?|$)", "/export.xlsx");
    }

    /** The address of the next page; none on the last. */
    default @Nullable String nextPath() {
        return next() == null ? null : list() + (list().contains("?") ? "&" : "?") + "after=" + next();
    }
}
