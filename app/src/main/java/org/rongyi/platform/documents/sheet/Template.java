package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The template of an import: the header with one example row, columns of text format where digits must survive, lists
 * to choose from, and a second sheet 填写说明.
 */
public final class Template {

    private static final String GUIDE = "填写说明";
    private static final int EXAMPLE_ROW = 1;
    private static final int LAST_ROW = SheetReader.MAX_ROWS - 1;
    private static final int WIDTH = 18;
    /** On the guide the lists stand right of the explanations. */
    private static final int FIRST_LIST_COLUMN = 6;

    private Template() {}

    /** Writes the template; the stream stays open. */
    public static void write(Columns<?> columns, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Rongyi", "1.0");
        var sheet = workbook.newWorksheet(
                Heading.of(columns.name(), headers(columns)).sheetName(1));
        var guide = workbook.newWorksheet(GUIDE);
        explain(columns, guide);
        for (int i = 0; i < columns.columns().size(); i++) {
            var column = columns.columns().get(i);
            sheet.width(i, Math.max(WIDTH, column.header().length() * 2.0 + 4));
            if (column.isText()) {
                sheet.style(i).format("@").set();
            }
            head(sheet, 0, i, column.isRequired() ? column.header() + "*" : column.header());
            sheet.inlineString(EXAMPLE_ROW, i, column.example());
            var example = sheet.style(EXAMPLE_ROW, i).fontColor("7F7F7F");
            (column.isText() ? example.format("@") : example).set();
            if (!column.allowed().isEmpty()) {
                int listColumn = FIRST_LIST_COLUMN + i;
                sheet.range(EXAMPLE_ROW, i, LAST_ROW, i)
                        .validateWithList(list(guide, listColumn, column))
                        .allowBlank(!column.isRequired())
                        .errorTitle(column.header())
                        .error("请从列表中选择")
                        .showErrorMessage(true);
            }
        }
        sheet.freezePane(0, 1);
        sheet.finish();
        guide.finish();
        workbook.finish();
    }

    private static List<String> headers(Columns<?> columns) {
        return columns.columns().stream().<String>map(Column::header).toList();
    }

    private static void explain(Columns<?> columns, Worksheet guide) {
        var titles = new String[] {"列", "必填", "示例", "说明"};
        for (int i = 0; i < titles.length; i++) {
            head(guide, 0, i, titles[i]);
            guide.width(i, i == titles.length - 1 ? 60 : WIDTH);
        }
        int row = 1;
        for (var column : columns.columns()) {
            guide.inlineString(row, 0, column.header());
            guide.inlineString(row, 1, column.isRequired() ? "是" : "否");
            guide.inlineString(row, 2, column.example());
            guide.inlineString(row, 3, column.note());
            row++;
        }
        guide.inlineString(row + 1, 0, "第 2 行是示例，填写前请删去。请粘贴为数值，不要用公式，不要合并单元格。");
    }

    private static Range list(Worksheet guide, int at, Column<?> column) {
        head(guide, 0, at, column.header() + "可填");
        for (int i = 0; i < column.allowed().size(); i++) {
            guide.inlineString(i + 1, at, column.allowed().get(i));
        }
        return guide.range(1, at, column.allowed().size(), at);
    }

    private static void head(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column)
                .bold()
                .fillColor("E7EEF7")
                .borderStyle(BorderStyle.THIN)
                .set();
    }
}
