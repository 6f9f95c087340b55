package org.rongyi.platform.documents.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.SentRows;
import org.rongyi.platform.documents.print.PrintedLists;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends a list as an Excel file while it is being read: a row at a time, however long it is. Each holds a connection to
 * the database as long as the receiver takes, so that only some are sent at once and the others are asked to come again. To an
 * address that ends in {@code /print} it is sent as a page for paper, once it is read; of those, too, only some are read at once, and
 * of those that are asked for without signing in a few of their own, so that the street does not keep the offices waiting.
 */
public final class ListDownload {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** How the line begins that says who filled it in. */
    private static final List<String> WRITER = List.of("填表单位：", "导出单位：");

    /** A third of the connections the web program has: twelve slow phones must not stop everybody else. */
    private static final int AT_ONCE = 4;

    private static final Semaphore SENDING = new Semaphore(AT_ONCE);

    private static final Semaphore PRINTING = new Semaphore(AT_ONCE);

    private static final Semaphore VISITORS = new Semaphore(AT_ONCE / 2);

    private ListDownload() {}

    /** Hands its rows to the writer, one by one. */
    public interface Rows {
        void writeTo(Row row);
    }

    /** Takes the values of one row. */
    public interface Row {
        void of(List<? extends @Nullable Object> values);
    }

    /** How many rows are asked for: of a list for paper one more than it holds, so that the database need not sort a province to say "too many". */
    public static long most() {
        return PrintedLists.isAskedFor() ? PrintedLists.MOST_ROWS + 1L : Long.MAX_VALUE;
    }

    /** @throws ResponseStatusException 503, when as many as may be are being sent */
    public static void send(HttpServletResponse response, Heading heading, Rows rows) {
        boolean paper = PrintedLists.isAskedFor();
        var permits = !paper ? SENDING : PrintedLists.isForVisitor() ? VISITORS : PRINTING;
        if (!permits.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many lists are being sent");
        }
        try {
            if (paper) {
                print(heading, rows);
            } else {
                write(response, heading, rows);
            }
        } finally {
            permits.release();
        }
    }

    private static void write(HttpServletResponse response, Heading heading, Rows rows) {
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

    /** Who filled it in, for which unit and when, every page of the kit prints by itself. */
    private static void print(Heading heading, Rows rows) {
        var title = heading.lines().isEmpty() ? heading.name() : heading.lines().getFirst();
        var lines = heading.lines().stream()
                .skip(1)
                .filter(line -> WRITER.stream().noneMatch(line::startsWith))
                .toList();
        var sent = SentRows.begin();
        sent.set(PrintedLists.keep(
                new PrintedLists.Head(title, lines, heading.headers(), heading.page()),
                row -> rows.writeTo(row::accept)));
    }
}
