package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;

/** Texts are written into their cells (inline): a shared table would keep every one of them in memory. */
final class XlsxWriter implements SheetWriter {

    private static final int ROWS_A_FLUSH = 500;
    private static final int MAX_TEXT = 32_767;
    /** A double holds fifteen decimal digits; a longer number is written as text. */
    private static final int MAX_PRECISION = 15;

    private static final int COMPRESSION = 3;
    private static final int MIN_WIDTH = 10;
    private static final int MAX_WIDTH = 40;

    private final Workbook workbook;
    private final Heading heading;
    private final int rowsPerSheet;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private boolean closed;

    XlsxWriter(OutputStream out, Heading heading, int rowsPerSheet) {
        this.workbook = new Workbook(out, "Rongyi", "1.0");
        this.workbook.setCompressionLevel(COMPRESSION);
        this.heading = heading;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        sheets++;
        row = 0;
        var next = workbook.newWorksheet(heading.sheetName(sheets));
        int last = heading.headers().size() - 1;
        for (var line : heading.lines()) {
            next.inlineString(row, 0, line);
            if (row == 0) {
                next.style(0, 0)
                        .bold()
                        .fontSize(16)
                        .horizontalAlignment("center")
                        .set();
            }
            if (last > 0) {
                next.range(row, 0, row, last).merge();
            }
            row++;
        }
        for (int column = 0; column <= last; column++) {
            var header = heading.headers().get(column);
            next.width(column, Math.clamp(header.length() * 2L + 6, MIN_WIDTH, MAX_WIDTH));
            next.inlineString(row, column, header);
            next.style(row, column)
                    .bold()
                    .fillColor("E7EEF7")
                    .borderStyle(BorderStyle.THIN)
                    .wrapText(true)
                    .set();
        }
        next.repeatRows(row);
        row++;
        next.freezePane(0, row);
        next.paperSize(PaperSize.A4_PAPER);
        next.pageOrientation("landscape");
        next.fitToWidth((short) 1);
        next.fitToHeight((short) 0);
        next.footer("第 &P 页 共 &N 页", Position.CENTER);
        return next;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (row == rowsPerSheet) {
            sheet.finish();
            sheet = newSheet();
        }
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        row++;
        if (row % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object given) {
        var value = given instanceof Money money ? BigDecimal.valueOf(money.fen(), 2) : given;
        if (value instanceof Number number && new BigDecimal(number.toString()).precision() <= MAX_PRECISION) {
            sheet.value(row, column, number);
            return;
        }
        var text = text(value);
        if (text.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, text);
        if (Character.isDigit(text.charAt(0))) {
            // as text format: a citizen number that is touched in Excel must not become a number
            sheet.style(row, column).format("@").set();
        }
    }

    /** Value as text, without characters that a cell cannot hold. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean truth) {
            return truth ? "是" : "否";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Money money) {
            return money.text();
        }
        var text = Cell.clean(value.toString());
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            sheet.finish();
            workbook.finish();
        }
    }
}
