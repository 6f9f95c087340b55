package org.rongyi.platform.documents.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.SentRows;
import org.springframework.http.ContentDisposition;

/** Sends a list as an Excel file while it is being read: a row at a time, however long it is. */
public final class ListDownload {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ListDownload() {}

    /** Hands its rows to the writer, one by one. */
    public interface Rows {
        void writeTo(Row row);
    }

    /** Takes the values of one row. */
    public interface Row {
        void of(List<? extends @Nullable Object> values);
    }

    public static void send(HttpServletResponse response, Heading heading, Rows rows) {
        response.setContentType(XLSX);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(heading.name() + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var sent = SentRows.begin();
        try (var writer = SheetWriter.xlsx(response.getOutputStream(), heading)) {
            rows.writeTo(values -> {
                try {
                    writer.row(values);
                    sent.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("导出中断", e);
        }
    }
}
