package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (ECMA-376): finds the first visible sheet and what its cells need to be understood. */
final class Xlsx {

    private static final int MAX_MERGES = 200_000;
    private static final byte[] MERGE_MARK = {'m', 'e', 'r', 'g', 'e', 'C', 'e', 'l', 'l'};

    private final GuardedZip zip;
    private final Path file;

    private Xlsx(GuardedZip zip, Path file) {
        this.zip = zip;
        this.file = file;
    }

    static void read(Path file, SheetReader.Rows rows) throws IOException {
        try (var zip = GuardedZip.open(file)) {
            if (zip.has("xl/workbook.bin")) {
                throw new Unreadable("这是二进制 Excel（.xlsb）文件，请另存为 .xlsx 后再上传");
            }
            if (!zip.has("[Content_Types].xml")) {
                throw new Unreadable("这不是 Excel 文件，请上传 .xlsx 或 .csv");
            }
            new Xlsx(zip, file).rows(rows);
        }
    }

    private void rows(SheetReader.Rows rows) throws IOException {
        var workbook = relations("_rels/.rels", "").values().stream()
                .filter(relation -> relation.is("officeDocument"))
                .findFirst()
                .orElseThrow(() -> new Unreadable("这不是 Excel 文件，请上传 .xlsx 或 .csv"))
                .target();
        int slash = workbook.lastIndexOf('/') + 1;
        var folder = workbook.substring(0, slash);
        var relations = relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        var chosen = firstVisible(workbook, relations);
        var formats = NumberFormats.PLAIN;
        var texts = SharedStrings.NONE;
        for (var relation : relations.values()) {
            if (relation.is("styles") && zip.has(relation.target())) {
                formats = NumberFormats.read(zip.get(relation.target()), chosen.from1904());
            }
        }
        for (var relation : relations.values()) {
            if (relation.is("sharedStrings") && zip.has(relation.target())) {
                texts = SharedStrings.spill(zip.get(relation.target()), file);
                break;
            }
        }
        try (var spilled = texts;
                var part = new XmlPart(zip.get(chosen.target()))) {
            new XlsxRows(part, spilled, formats, mergedRows(chosen.target())).read(rows);
        }
    }

    private record Relation(String type, String target) {
        /** Types are addresses that differ between the strict and the transitional form; the end is the same. */
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private Map<String, Relation> relations(String part, String folder) throws IOException {
        Map<String, Relation> found = new HashMap<>();
        var entry = zip.find(part);
        if (entry.isEmpty()) {
            return found;
        }
        try (var xml = new XmlPart(entry.get())) {
            while (xml.find("Relationship")) {
                var target = xml.findAttribute("Target").orElse("");
                var path = target.startsWith("/") ? Path.of(target) : Path.of("/" + folder + target);
                found.put(
                        xml.findAttribute("Id").orElse(""),
                        new Relation(
                                xml.findAttribute("Type").orElse(""),
                                path.normalize().toString().substring(1)));
            }
        }
        return found;
    }

    private record Chosen(String target, boolean from1904) {}

    private Chosen firstVisible(String workbook, Map<String, Relation> relations) throws IOException {
        try (var xml = new XmlPart(zip.get(workbook))) {
            boolean from1904 = false;
            while (xml.hasNext()) {
                if (xml.next() != XmlPart.START) {
                    continue;
                }
                if (xml.name().equals("workbookPr")) {
                    var flag = xml.findAttribute("date1904").orElse("0");
                    from1904 = flag.equals("1") || flag.equals("true");
                }
                if (xml.name().equals("sheet")
                        && xml.findAttribute("state").orElse("visible").equals("visible")) {
                    var relation = relations.get(xml.findAttribute("id").orElse(""));
                    if (relation != null && relation.is("worksheet")) {
                        return new Chosen(relation.target(), from1904);
                    }
                }
            }
        }
        throw new Unreadable("文件里没有可见的工作表");
    }

    /**
     * Rows that a merged range touches. Ranges stand behind the cells, so the part is run through first: as bytes,
     * and only when the mark occurs as XML.
     */
    private BitSet mergedRows(String sheet) throws IOException {
        var rows = new BitSet();
        if (!mentionsMerge(sheet)) {
            return rows;
        }
        try (var xml = new XmlPart(zip.get(sheet))) {
            for (int ranges = 0; xml.find("mergeCell"); ranges++) {
                if (ranges == MAX_MERGES) {
                    throw new Unreadable("合并单元格太多，请全部取消合并后再上传");
                }
                markMerged(xml, rows);
            }
        }
        return rows;
    }

    private static void markMerged(XmlPart xml, BitSet rows) {
        var corners = xml.findAttribute("ref").orElse("A1").split(":", 2);
        int first = xml.number(digits(corners[0]), 1);
        int last = corners.length == 1 ? first : xml.number(digits(corners[1]), first);
        if (first < 1 || last < first || last > SheetReader.MAX_ROWS) {
            throw Unreadable.broken(new IndexOutOfBoundsException(last));
        }
        rows.set(first, last + 1);
    }

    private static @Nullable String digits(String reference) {
        var digits = reference.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : digits;
    }

    private boolean mentionsMerge(String sheet) throws IOException {
        try (var entry = zip.get(sheet)) {
            var buffer = new byte[1 << 16];
            int matched = 0;
            boolean utf16 = false;
            boolean first = true;
            for (int count = entry.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = entry.read(buffer, 0, buffer.length)) {
                entry.token();
                if (first && count > 1) {
                    utf16 = buffer[0] == (byte) 0xFE || buffer[0] == (byte) 0xFF || buffer[0] == 0 || buffer[1] == 0;
                    first = false;
                }
                if (utf16) {
                    return true;
                }
                for (int i = 0; i < count; i++) {
                    matched = buffer[i] == MERGE_MARK[matched] ? matched + 1 : buffer[i] == MERGE_MARK[0] ? 1 : 0;
                    if (matched == MERGE_MARK.length) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
