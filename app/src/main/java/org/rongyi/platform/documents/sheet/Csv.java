package org.rongyi.platform.documents.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Separated text (RFC 4180) in UTF-8, UTF-16 with a mark, or GB18030 as Chinese Excel saves it; separated by comma,
 * semicolon or tab.
 */
final class Csv {

    private static final int MAX_FIELD = 32_767;
    private static final int SNIFFED = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** What Excel makes of a long number when it saves text. */
    private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?E\\+(\\d{2,3})");
    /** Text protected from Excel's guessing. */
    private static final Pattern QUOTED_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    /** What our own export protects. */
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@].*", Pattern.DOTALL);

    private final BufferedReader in;
    private final char separator;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private int rowNumber = 1;

    private Csv(BufferedReader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    static void read(Path file, SheetReader.Rows rows) throws IOException {
        var charset = charset(file);
        try (var in = open(file, charset)) {
            in.mark(SNIFFED);
            var start = new char[SNIFFED];
            int count = 0;
            for (int n = in.read(start, 0, SNIFFED);
                    n > 0 && count < SNIFFED;
                    n = in.read(start, count, SNIFFED - count)) {
                count += n;
            }
            var sample = new String(start, 0, count);
            in.reset();
            if (!sample.isEmpty() && sample.charAt(0) == BYTE_ORDER_MARK) {
                in.skip(1);
            }
            new Csv(in, separator(sample)).rows(rows);
        } catch (CharacterCodingException e) {
            throw new Unreadable("文件里有无法识别的文字，请用 Excel 打开后另存为 .xlsx 再上传", e);
        }
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), SNIFFED);
    }

    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(2);
        }
        if (start.length == 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length == 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try (var in = open(file, StandardCharsets.UTF_8)) {
            var buffer = new char[SNIFFED];
            while (in.read(buffer) >= 0) {}
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030");
        }
    }

    /** The separator that occurs most in the first line, outside quotes. */
    private static char separator(String sample) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c == 0) {
                throw new Unreadable("这不是表格文件，请上传 .xlsx 或 .csv");
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && counts[0] + counts[1] + counts[2] > 0) {
                break;
            } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                counts[",;\t".indexOf(c)]++;
            }
        }
        if (counts[2] > counts[0] && counts[2] >= counts[1]) {
            return '\t';
        }
        return counts[1] > counts[0] ? ';' : ',';
    }

    private void rows(SheetReader.Rows rows) throws IOException {
        boolean quoted = false;
        boolean wasQuoted = false;
        int quoteRow = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (quoted) {
                if (c != '"') {
                    append(c);
                } else if (peek() == '"') {
                    append(in.read());
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty() && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
                quoteRow = rowNumber;
            } else if (c == separator) {
                endField();
                wasQuoted = false;
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && peek() == '\n') {
                    in.read();
                }
                if (!endRow(rows)) {
                    return;
                }
                wasQuoted = false;
            } else {
                append(c);
            }
        }
        if (quoted) {
            throw new Unreadable("第 " + quoteRow + " 行的引号没有配对，请检查");
        }
        if (!field.isEmpty() || !cells.isEmpty()) {
            endRow(rows);
        }
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    private void append(int c) {
        if (c == 0) {
            throw new Unreadable("这不是表格文件，请上传 .xlsx 或 .csv");
        }
        if (field.length() == MAX_FIELD) {
            throw new Unreadable("第 " + rowNumber + " 行有一格超过 32767 字，可能是引号没有配对");
        }
        field.append((char) c);
    }

    private void endField() {
        if (cells.size() == SheetReader.MAX_COLUMNS) {
            throw Unreadable.tooManyColumns(rowNumber);
        }
        cells.add(cell(field.toString()));
        field.setLength(0);
    }

    private boolean endRow(SheetReader.Rows rows) {
        endField();
        if (rowNumber > SheetReader.MAX_ROWS) {
            throw Unreadable.tooManyRows();
        }
        boolean more = rows.accept(new Row(rowNumber, false, cells));
        cells.clear();
        rowNumber++;
        return more;
    }

    static Cell cell(String raw) {
        var text = Cell.clean(raw);
        if (text.startsWith("=")) {
            var literal = QUOTED_FORMULA.matcher(text);
            return literal.matches() ? Cell.of(literal.group(1)) : new Cell(text, Cell.Problem.FORMULA);
        }
        if (GUARDED.matcher(text).matches()) {
            return Cell.of(text.substring(1));
        }
        var exponent = EXPONENT.matcher(text);
        if (exponent.matches() && Integer.parseInt(exponent.group(2)) >= 9) {
            return new Cell(
                    text,
                    exponent.group(2).equals("17") ? Cell.Problem.CITIZEN_NUMBER_AS_NUMBER : Cell.Problem.LONG_NUMBER);
        }
        return text.isEmpty() ? Cell.EMPTY : new Cell(text, null);
    }
}
