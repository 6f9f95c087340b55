package org.rongyi.platform.documents.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks out of raw XML, so that a test may say exactly what a file holds. */
final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** One sheet with these rows, and a styles part whose style 1 is a date, 2 a time, 3 {@code 000000}, 4 percent. */
    static Workbook of(String sheetData) {
        var workbook = new Workbook();
        workbook.part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + type("xl/workbook.xml", "sheet.main") + type("xl/sharedStrings.xml", "sharedStrings")
                        + type("xl/worksheets/sheet1.xml", "worksheet") + type("xl/styles.xml", "styles") + "</Types>");
        workbook.part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + REL
                        + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        workbook.part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        workbook.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "styles", "styles.xml")
                        + relation("r3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        workbook.part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"
                        + "<xf numFmtId=\"165\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>");
        workbook.sheet("<sheetData>" + sheetData + "</sheetData>");
        return workbook;
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                .formatted(part, type);
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>".formatted(id, REL, type, target);
    }

    /** A row of texts, inline. */
    static String row(int number, String... texts) {
        var xml = new StringBuilder("<row r=\"" + number + "\">");
        for (var text : texts) {
            xml.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    Workbook part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    Workbook sheet(String content) {
        return part("xl/worksheets/sheet1.xml", HEAD + "<worksheet>" + content + "</worksheet>");
    }

    Workbook strings(String items) {
        return part("xl/sharedStrings.xml", HEAD + "<sst>" + items + "</sst>");
    }

    Path in(Path directory) {
        var file = directory.resolve("upload");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A large workbook in which no text occurs twice, all of them in the shared table. */
    static void distinct(Path file, int rows, int columns) throws IOException {
        var frame = of("");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : frame.parts.entrySet()) {
                if (!part.getKey().startsWith("xl/worksheets/")) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            write(zip, HEAD + "<sst count=\"" + (long) rows * columns + "\">");
            for (int row = 0; row < rows; row++) {
                var line = new StringBuilder();
                for (int column = 0; column < columns; column++) {
                    line.append("<si><t>").append(text(row, column)).append("</t></si>");
                }
                write(zip, line.toString());
            }
            write(zip, "</sst>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, HEAD + "<worksheet><sheetData>");
            for (int row = 0; row < rows; row++) {
                var line = new StringBuilder("<row r=\"" + (row + 1) + "\">");
                for (int column = 0; column < columns; column++) {
                    line.append("<c r=\"")
                            .append(letters(column))
                            .append(row + 1)
                            .append("\" t=\"s\"><v>")
                            .append(row * columns + column)
                            .append("</v></c>");
                }
                write(zip, line.append("</row>").toString());
            }
            write(zip, "</sheetData></worksheet>");
        }
    }

    static String text(int row, int column) {
        return "第" + row + "行,列" + column + "号" + (row * 31 + column) % 9973;
    }

    static String letters(int column) {
        return (column >= 26 ? String.valueOf((char) ('A' + column / 26 - 1)) : "") + (char) ('A' + column % 26);
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
