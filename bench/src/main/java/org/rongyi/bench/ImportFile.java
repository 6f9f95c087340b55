package org.rongyi.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rongyi.platform.kernel.CitizenId;

/**
 * A list of persons as hard to read as one can be: the template's ten columns and twenty more, and in the workbook every
 * cell with a text of its own in the shared table. Only villages and categories, which are given, say the same twice.
 */
final class ImportFile {

    static final int COLUMNS = 30;

    private static final List<String> TITLES =
            List.of("姓名", "身份证号", "电话", "人员类别", "户籍村社区", "户籍村民小组", "户籍门牌", "常住村社区", "常住村民小组", "常住门牌");
    private static final List<String> CATEGORIES = List.of("退役士兵", "军队转业干部", "复员军人", "残疾军人", "烈士遗属");
    private static final String REGION = "441283";
    private static final LocalDate FIRST_BORN = LocalDate.of(1945, 1, 1);
    private static final int DAYS = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final char FIRST_NAME_CHARACTER = '\u5b50';
    private static final int NAME_CHARACTERS = 200;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final int first;
    private final int rows;
    private final List<String> villages;

    /** @param first the number of the first person: other numbers are other persons */
    ImportFile(int first, int rows, List<String> villages) {
        this.first = first;
        this.rows = rows;
        this.villages = List.copyOf(villages);
    }

    void csv(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            line(out, titles());
            for (int row = 0; row < rows; row++) {
                line(out, person(first + row));
            }
        }
    }

    void xlsx(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"人员\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                            .formatted(MAIN, RELATION));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                            + relation(2, "sharedStrings", "sharedStrings.xml")));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            write(zip, HEAD + "<sst xmlns=\"" + MAIN + "\">");
            texts(zip, titles());
            for (int row = 0; row < rows; row++) {
                texts(zip, person(first + row));
            }
            write(zip, "</sst>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            for (int row = 0; row <= rows; row++) {
                cells(zip, row);
            }
            write(zip, "</sheetData></worksheet>");
        }
    }

    private static List<String> titles() {
        var titles = new ArrayList<>(TITLES);
        for (int column = titles.size(); column < COLUMNS; column++) {
            titles.add("台账附列" + (column + 1));
        }
        return titles;
    }

    private List<String> person(int number) {
        var village = villages.get(number % villages.size());
        var cells = new ArrayList<>(List.of(
                name(number),
                citizenNumber(number),
                "13" + String.format("%09d", number),
                CATEGORIES.get(number % CATEGORIES.size()),
                village,
                "第" + number + "组",
                "东街" + number + "号",
                village,
                "第" + number + "村民组",
                "西街" + number + "号"));
        while (cells.size() < COLUMNS) {
            cells.add("r" + number + "c" + cells.size());
        }
        return cells;
    }

    private static String name(int number) {
        return "张" + name(number / NAME_CHARACTERS / NAME_CHARACTERS, number / NAME_CHARACTERS, number);
    }

    private static String name(int... characters) {
        var name = new StringBuilder();
        for (int one : characters) {
            name.append((char) (FIRST_NAME_CHARACTER + one % NAME_CHARACTERS));
        }
        return name.toString();
    }

    private static String citizenNumber(int number) {
        var seventeen =
                REGION + FIRST_BORN.plusDays(number % DAYS).format(DAY) + String.format("%03d", number / DAYS + 1);
        return seventeen + CitizenId.checkCharacter(seventeen);
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write("\r\n");
    }

    private static void texts(OutputStream out, List<String> cells) throws IOException {
        var xml = new StringBuilder();
        for (var cell : cells) {
            xml.append("<si><t>").append(cell).append("</t></si>");
        }
        write(out, xml.toString());
    }

    private static void cells(OutputStream out, int row) throws IOException {
        var xml = new StringBuilder("<row r=\"").append(row + 1).append("\">");
        for (int column = 0; column < COLUMNS; column++) {
            xml.append("<c r=\"")
                    .append(column < 26 ? "" : "A")
                    .append((char) ('A' + column % 26))
                    .append(row + 1)
                    .append("\" t=\"s\"><v>")
                    .append((long) row * COLUMNS + column)
                    .append("</v></c>");
        }
        write(out, xml.append("</row>").toString());
    }

    private static String types() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("workbook.xml", "sheet.main") + type("sharedStrings.xml", "sharedStrings")
                + type("worksheets/sheet1.xml", "worksheet") + "</Types>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATION, type, target);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, HEAD + xml);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
