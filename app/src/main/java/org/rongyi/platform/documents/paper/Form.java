package org.rongyi.platform.documents.paper;

import java.util.List;

/**
 * 表格 with 填写栏: what is known is filled in, the rest is left to the pen, and at the end come the boxes for signature and stamp.
 * Each line shares four columns among its cells.
 *
 * @param boxes 意见、签字、盖章栏, each over the whole width
 * @param notes 填表说明
 */
public record Form(String title, List<List<Cell>> lines, List<Box> boxes, List<String> notes) implements Paper {

    /**
     * A name and its 填写栏.
     *
     * @param value what is filled in; empty for the pen
     * @param tall room for several lines
     */
    public record Cell(String name, String value, boolean tall) {

        public static Cell of(String name, String value) {
            return new Cell(name, value, false);
        }
    }

    /**
     * @param text what stands in it already; empty for the pen
     * @param signature what is asked for at its foot, as 签字（盖章）：　　　　年　月　日
     */
    public record Box(String name, String text, String signature) {}

    public Form {
        lines = lines.stream().map(List::copyOf).toList();
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
        if (lines.stream().anyMatch(line -> line.isEmpty() || line.size() > 2)) {
            throw new IllegalArgumentException("a line of a form has one cell or two");
        }
    }
}
