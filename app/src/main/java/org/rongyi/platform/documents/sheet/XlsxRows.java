package org.rongyi.platform.documents.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Streams the rows of one worksheet part. */
final class XlsxRows {

    private final XmlPart xml;
    private final SharedStrings texts;
    private final NumberFormats formats;
    private final BitSet merged;
    private int rowNumber;

    XlsxRows(XmlPart xml, SharedStrings texts, NumberFormats formats, BitSet merged) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.merged = merged;
    }

    void read(SheetReader.Rows rows) {
        if (!xml.find("sheetData")) {
            return;
        }
        while (true) {
            int event = xml.next();
            if (event == XmlPart.START && xml.name().equals("row")) {
                var row = row();
                if (!row.cells().isEmpty() && !rows.accept(row)) {
                    return;
                }
            } else if (event == XmlPart.END && xml.name().equals("sheetData")) {
                return;
            }
        }
    }

    private Row row() {
        int number = xml.number(xml.attribute("r"), rowNumber + 1);
        if (number > SheetReader.MAX_ROWS) {
            throw Unreadable.tooManyRows();
        }
        if (number <= rowNumber) {
            throw Unreadable.broken(new IllegalStateException("row " + number + " after " + rowNumber));
        }
        rowNumber = number;
        List<Cell> cells = new ArrayList<>();
        int next = 0;
        while (true) {
            int event = xml.next();
            if (event == XmlPart.START && xml.name().equals("c")) {
                int column = column(next);
                next = column + 1;
                var cell = cell();
                if (!cell.isBlank()) {
                    if (column >= SheetReader.MAX_COLUMNS) {
                        throw Unreadable.tooManyColumns(number);
                    }
                    while (cells.size() < column) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell);
                }
            } else if (event == XmlPart.END && xml.name().equals("row")) {
                return new Row(number, merged.get(number), cells);
            }
        }
    }

    /** Column of the current cell, from 0. References may be absent: then it is the next. */
    private int column(int next) {
        var reference = xml.attribute("r");
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        if (column - 1 < next) {
            throw Unreadable.broken(new IllegalStateException("cell " + reference + " out of order"));
        }
        return column - 1;
    }

    private Cell cell() {
        var type = xml.findAttribute("t").orElse("n");
        int style = xml.number(xml.attribute("s"), 0);
        boolean formula = false;
        String value = "";
        while (true) {
            int event = xml.next();
            if (event == XmlPart.START) {
                switch (xml.name()) {
                    case "v" -> value = xml.text();
                    case "is" -> value = xml.richText();
                    case "f" -> {
                        formula = true;
                        xml.text();
                    }
                    default -> xml.text();
                }
            } else if (event == XmlPart.END) {
                var cell = value.isEmpty() ? Cell.EMPTY : shown(type, value, style);
                return formula ? new Cell(cell.text(), Cell.Problem.FORMULA) : cell;
            }
        }
    }

    private Cell shown(String type, String value, int style) {
        return switch (type) {
            case "s" -> Cell.of(texts.get(xml.number(value.strip(), -1)));
            case "inlineStr", "str", "d" -> Cell.of(value);
            case "b" -> Cell.of(value.strip().equals("1") || value.strip().equals("true") ? "是" : "否");
            case "e" -> new Cell(Cell.clean(value), Cell.Problem.ERROR_VALUE);
            default -> formats.show(value.strip(), style);
        };
    }
}
