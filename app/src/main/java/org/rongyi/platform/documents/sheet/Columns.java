package org.rongyi.platform.documents.sheet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an import, in the order of the template, and the value a row makes. An upload may have them in any
 * order.
 */
public final class Columns<T> {

    private final String name;
    private final List<Column<?>> columns;
    private final Function<Values, T> make;

    public Columns(String name, List<Column<?>> columns, Function<Values, T> make) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.make = make;
    }

    /** What the upload is called: the sheet's name in the template. */
    public String name() {
        return name;
    }

    public List<Column<?>> columns() {
        return columns;
    }

    /** What the fields of a row came to. */
    public static final class Values {

        private final Map<Column<?>, Object> byColumn = new IdentityHashMap<>();

        /** Empty when the cell was blank. */
        @SuppressWarnings("unchecked") // put only with the column's own value
        public <V> Optional<V> find(Column<V> column) {
            return Optional.ofNullable((V) byColumn.get(column));
        }

        /** The value of a required column. */
        public <V> V get(Column<V> column) {
            return find(column)
                    .orElseThrow(() -> new IllegalStateException(
                            "column " + column.header() + " is not required, or not of this template"));
        }
    }

    /** How the header of an upload agrees with the template. */
    public sealed interface Header {}

    /**
     * @param positions of the template's columns in the upload, -1 when an optional one is not there
     * @param ignored headers that the template does not know; shown, so that nobody thinks they were imported
     */
    public record Fits(List<Integer> positions, List<String> ignored) implements Header {}

    /** Nothing is imported. The reasons are for the person. */
    public record Misfits(List<String> reasons) implements Header {}

    /** What a row came to. */
    public sealed interface Parsed<T> {}

    public record Good<T>(int row, T value) implements Parsed<T> {}

    public record Bad<T>(Row row, List<Fault> faults) implements Parsed<T> {}

    /** The template's example row, left in: not to be imported and no fault. */
    public record Example<T>(int row) implements Parsed<T> {}

    /** @param header of the column, or empty when the fault is the row's */
    public record Fault(String header, String reason) {
        @Override
        public String toString() {
            return header.isEmpty() ? reason : header + "：" + reason;
        }
    }

    /** Whether this row is the header: half of the template's columns stand in it. */
    public boolean isHeader(List<String> titles) {
        var plain = titles.stream().map(Columns::plain).toList();
        return columns.stream().filter(c -> plain.contains(plain(c.header()))).count() * 2 >= columns.size();
    }

    /** Compares the header of an upload with the template. */
    public Header header(List<String> titles) {
        var reasons = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        var unknown = new ArrayList<>(titles.stream().filter(t -> !t.isEmpty()).toList());
        var plain = titles.stream().map(Columns::plain).toList();
        for (var column : columns) {
            var wanted = plain(column.header());
            int at = plain.indexOf(wanted);
            positions.add(at);
            unknown.removeIf(title -> plain(title).equals(wanted));
            if (at >= 0 && plain.lastIndexOf(wanted) != at) {
                reasons.add("“" + column.header() + "”列重复");
            }
        }
        unknown.remove(ErrorFile.REASON);
        for (int i = 0; i < columns.size(); i++) {
            if (positions.get(i) < 0) {
                var column = columns.get(i);
                var alike = unknown.stream()
                        .filter(title -> isAlike(column.header(), title))
                        .findFirst();
                if (alike.isPresent()) {
                    reasons.add("“" + alike.get() + "”列应改名为“" + column.header() + "”");
                } else if (column.isRequired()) {
                    reasons.add("缺少“" + column.header() + "”列");
                }
            }
        }
        return reasons.isEmpty() ? new Fits(List.copyOf(positions), List.copyOf(unknown)) : new Misfits(reasons);
    }

    /** Reads a row; every fault is told at once. */
    public Parsed<T> parse(Fits header, Row row) {
        if (isExample(header, row)) {
            return new Example<>(row.number());
        }
        var faults = new ArrayList<Fault>();
        if (row.merged()) {
            faults.add(new Fault("", Row.MERGED));
        }
        var values = new Values();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            int position = header.positions().get(i);
            var cell = position < 0 ? Cell.EMPTY : row.cell(position);
            var reason = read(column, cell, values);
            if (reason != null) {
                faults.add(new Fault(column.header(), reason));
            }
        }
        return faults.isEmpty() ? new Good<>(row.number(), make.apply(values)) : new Bad<>(row, faults);
    }

    private boolean isExample(Fits header, Row row) {
        boolean some = false;
        for (int i = 0; i < columns.size(); i++) {
            int position = header.positions().get(i);
            var example = columns.get(i).example();
            if (!(position < 0 ? "" : row.cell(position).text()).equals(example)) {
                return false;
            }
            some |= !example.isEmpty();
        }
        return some;
    }

    private static @Nullable String read(Column<?> column, Cell cell, Values values) {
        if (cell.problem() != null) {
            return cell.problem().zh();
        }
        if (cell.isBlank()) {
            return column.isRequired() ? "必填" : null;
        }
        return switch (column.reader().read(cell.text())) {
            case Column.Value<?>(Object value) -> {
                values.byColumn.put(column, value);
                yield null;
            }
            case Column.Wrong<?>(String reason) -> reason;
        };
    }

    /** Header without blanks, line breaks, the star of required columns, and what stands in brackets. */
    private static String plain(String title) {
        return title.replaceAll("[\\s\\u3000\\u00a0*\\uff0a]", "").replaceAll("[(\\uff08][^)\\uff09]*[)\\uff09]$", "");
    }

    /** One contains the other, or they share more than half of their characters. */
    private static boolean isAlike(String wanted, String title) {
        var a = plain(wanted);
        var b = plain(title);
        if (b.isEmpty()) {
            return false;
        }
        long shared = a.chars().filter(c -> b.indexOf(c) >= 0).count();
        return a.contains(b) || b.contains(a) || shared * 2 > Math.max(a.length(), b.length());
    }
}
