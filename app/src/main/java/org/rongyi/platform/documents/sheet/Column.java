package org.rongyi.platform.documents.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * A column of an import template and how its text is read.
 *
 * @param header as it stands in the template
 * @param isRequired an empty cell is refused
 * @param example what the example row shows
 * @param allowed the only values, offered as a list; empty when free
 * @param note for the sheet 填写说明
 * @param isText kept as text in Excel, so that long numbers and leading zeros survive
 * @param reader asked with the text of a cell that is not blank
 */
public record Column<V>(
        String header,
        boolean isRequired,
        String example,
        List<String> allowed,
        String note,
        boolean isText,
        Reader<V> reader) {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");

    public Column {
        allowed = List.copyOf(allowed);
    }

    /** Reads the text of a cell. */
    @FunctionalInterface
    public interface Reader<V> {
        Field<V> read(String text);
    }

    /** What came of a cell. */
    public sealed interface Field<V> {}

    public record Value<V>(V value) implements Field<V> {}

    /** The reason is for the person who filled the cell. */
    public record Wrong<V>(String reason) implements Field<V> {}

    public static <V> Column<V> of(String header, String note, Reader<V> reader) {
        return new Column<>(header, false, "", List.of(), note, true, reader);
    }

    /** @param maxLength in characters as a person counts them */
    public static Column<String> text(String header, int maxLength) {
        return of(header, "不超过 " + maxLength + " 字", text -> {
            int length = text.codePointCount(0, text.length());
            return length <= maxLength
                    ? new Value<>(text)
                    : new Wrong<>("不能超过 " + maxLength + " 字，现在是 " + length + " 字");
        });
    }

    public static Column<Integer> wholeNumber(String header, int least, int most) {
        var range = least + " 到 " + most + " 的整数";
        return new Column<>(header, false, "", List.of(), range, false, text -> {
            if (text.matches("-?\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return new Value<>(number);
                }
            }
            return new Wrong<>("应为 " + range);
        });
    }

    public static Column<LocalDate> date(String header) {
        return of(header, "日期，如 2021-05-01", text -> {
            var parts = DATE.matcher(text);
            if (!parts.matches()) {
                return new Wrong<>("应为日期，如 2021-05-01");
            }
            int first = parts.group(1) != null ? 1 : 4;
            try {
                return new Value<>(LocalDate.of(
                        Integer.parseInt(parts.group(first)),
                        Integer.parseInt(parts.group(first + 1)),
                        Integer.parseInt(parts.group(first + 2))));
            } catch (DateTimeException e) {
                return new Wrong<>("没有这一天：" + text);
            }
        });
    }

    /** One of several values, named in Chinese. */
    public static <V> Column<V> choice(String header, List<V> values, Function<V, String> zh) {
        var names = values.stream().map(zh).toList();
        return new Column<>(header, false, names.getFirst(), names, "只能填：" + String.join("、", names), true, text -> {
            int found = names.indexOf(text);
            return found >= 0
                    ? new Value<>(values.get(found))
                    : new Wrong<>("“" + text + "”不在可填的值里，可填：" + String.join("、", names));
        });
    }

    public static Column<Boolean> yesNo(String header) {
        return choice(header, List.of(true, false), yes -> yes ? "是" : "否");
    }

    public static Column<CitizenId> citizenId(String header) {
        return of(header, "18 位身份证号，该列须为文本格式", text -> {
            var number = CitizenId.canonical(text);
            return switch (CitizenId.check(number)) {
                case CitizenId.Valid ignored -> new Value<>(new CitizenId(number));
                case CitizenId.Invalid(var reason) -> new Wrong<>(reason);
            };
        });
    }

    public static Column<DivisionCode> division(String header) {
        return of(header, "12 位区划代码", text -> {
            Optional<DivisionCode> code = DivisionCode.parse(text);
            return code.isPresent() ? new Value<>(code.get()) : new Wrong<>("区划代码应为 12 位数字");
        });
    }

    public Column<V> required() {
        return new Column<>(header, true, example, allowed, note, isText, reader);
    }

    public Column<V> example(String shown) {
        return new Column<>(header, isRequired, shown, allowed, note, isText, reader);
    }

    public Column<V> note(String said) {
        return new Column<>(header, isRequired, example, allowed, said, isText, reader);
    }
}
