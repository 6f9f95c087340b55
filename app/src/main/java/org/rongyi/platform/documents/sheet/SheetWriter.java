package org.rongyi.platform.documents.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list row by row in constant memory. Values are text, whole or decimal numbers, money, booleans (是/否), dates and
 * times (ISO 8601), or null for an empty cell. Text is never taken for a formula by the program that opens the file.
 */
public interface SheetWriter extends Closeable {

    /** An Excel workbook; past Excel's limit of rows the list goes on in the next sheet, under the same header. */
    static SheetWriter xlsx(OutputStream out, Heading heading) throws IOException {
        return new XlsxWriter(out, heading, SheetReader.MAX_ROWS);
    }

    /** Comma-separated text in UTF-8 with a byte order mark, as Excel opens it right. */
    static SheetWriter csv(OutputStream out, Heading heading) throws IOException {
        return new CsvWriter(out, heading);
    }

    void row(List<? extends @Nullable Object> values) throws IOException;

    /** Ends the file; the stream stays open. */
    @Override
    void close() throws IOException;
}
