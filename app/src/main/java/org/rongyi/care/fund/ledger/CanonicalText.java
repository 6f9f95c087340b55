package org.rongyi.care.fund.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row as {@code fund.canonical} and {@code fund.document} write it, made here for what is loaded in bulk: as {@code jsonb}
 * prints it, shorter names first, without what is absent. {@code ./rongyi verify ledger} compares the two.
 */
public final class CanonicalText {

    private static final Comparator<String> AS_JSONB =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private CanonicalText() {}

    /** Moments have whole seconds. */
    public static String of(Map<String, ? extends @Nullable Object> row) {
        var sorted = new TreeMap<String, Object>(AS_JSONB);
        row.forEach((name, value) -> {
            if (value != null) {
                sorted.put(name, value);
            }
        });
        var text = new StringBuilder("{");
        sorted.forEach((name, value) -> {
            text.append(text.length() > 1 ? ", \"" : "\"").append(name).append("\": ");
            append(text, value);
        });
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Collection<?> values -> {
                var comma = "[";
                for (var one : values) {
                    text.append(comma);
                    append(text, one);
                    comma = ", ";
                }
                text.append(']');
            }
            case OffsetDateTime moment ->
                text.append('"')
                        .append(MOMENT.format(moment.atZoneSameInstant(ZONE)))
                        .append('"');
            default -> quoted(text, value.toString());
        }
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ') {
                throw new IllegalArgumentException("a control character in a record: " + value);
            }
            text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
        text.append('"');
    }
}
