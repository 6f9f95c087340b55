package org.rongyi.platform.ui.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Words;

/**
 * 趋势图: columns by month, and as a line what they are compared with. Geometry is drawn in a box of
 * {@value #WIDTH} × {@value #HEIGHT} that stretches; the labels are text of the page.
 *
 * @param labels one for each month, short: 1月
 * @param line null when there is nothing to compare with
 */
public record TrendChart(
        String title,
        String unit,
        List<String> labels,
        Series columns,
        @Nullable Series line) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 100;

    /** A name and one value for each label. */
    public record Series(String name, List<Long> values) {

        public Series {
            values = List.copyOf(values);
        }
    }

    public TrendChart {
        labels = List.copyOf(labels);
        int months = labels.size();
        if (columns.values().size() != months || (line != null && line.values().size() != months)) {
            throw new IllegalArgumentException("one value for each label");
        }
    }

    /** The top of the scale: the least round, even number that holds every value. */
    public long top() {
        long most = Math.max(1, Math.max(highest(columns), line == null ? 0 : highest(line)));
        for (long power = 1; ; power *= 10) {
            for (double step :
                    power == 1 ? new double[] {2, 4, 8, 10} : new double[] {1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10}) {
                long top = Math.round(step * power);
                if (top >= most && top % 2 == 0) {
                    return top;
                }
            }
        }
    }

    public int slot() {
        return WIDTH / Math.max(1, labels.size());
    }

    public long height(int month) {
        return Math.round((double) HEIGHT * columns.values().get(month) / top());
    }

    /** The {@code points} of a polyline through the middle of each month's slot. */
    public String points() {
        if (line == null) {
            return "";
        }
        var values = line.values();
        return IntStream.range(0, values.size())
                .mapToObj(i -> (i * slot() + slot() / 2) + ","
                        + (HEIGHT - Math.round((double) HEIGHT * values.get(i) / top())))
                .collect(Collectors.joining(" "));
    }

    /** What the drawing says, in a sentence. */
    public String summary() {
        var values = columns.values();
        long sum = values.stream().mapToLong(Long::longValue).sum();
        return title + "：" + columns.name() + "合计" + Words.number(sum) + unit + "，最高" + Words.number(highest(columns))
                + unit + "。";
    }

    private static long highest(Series series) {
        return series.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
