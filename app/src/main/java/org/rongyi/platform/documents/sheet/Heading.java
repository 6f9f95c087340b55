package org.rongyi.platform.documents.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the rows of an exported list.
 *
 * @param name of the sheet
 * @param lines above the header, the first as title, the others such as 填报单位, 填表人, 日期; may be none
 * @param headers of the columns
 * @param page the address of the page that offers a list without a filter; none where the list has a page of its own, with its filter
 */
public record Heading(
        String name,
        List<String> lines,
        List<String> headers,
        @Nullable String page) {

    private static final int MAX_NAME = 25;

    public Heading {
        lines = List.copyOf(lines);
        headers = List.copyOf(headers);
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("a list has columns");
        }
    }

    public Heading(String name, List<String> lines, List<String> headers) {
        this(name, lines, headers, null);
    }

    /** A bare list, which can be uploaded again as it is. */
    public static Heading of(String name, List<String> headers) {
        return new Heading(name, List.of(), headers);
    }

    /** The same, with the filter in words as its last line. */
    public Heading under(Conditions conditions) {
        var words = conditions.words();
        return words.isEmpty()
                ? this
                : new Heading(
                        name, Stream.concat(lines.stream(), Stream.of(words)).toList(), headers, page);
    }

    /** The name as Excel takes it: without signs it forbids, short enough for a number behind it. */
    String sheetName(int sheet) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var kept = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(MAX_NAME, plain.codePointCount(0, plain.length()))));
        return (kept.isEmpty() ? "表" : kept) + (sheet == 1 ? "" : " (" + sheet + ")");
    }
}
