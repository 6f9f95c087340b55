package org.rongyi.platform.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 条形图: compares a few units or kinds. The labels are text of the page and only the bars are drawn, so that it stays
 * legible at any width; it is a table to whoever hears it.
 *
 * @param unit 人次, 人, 元
 */
public record BarChart(String title, String labelHead, String unit, List<Bar> bars) {

    /** The path leads to the records counted; the text is the number in words. */
    public record Bar(
            String label, long value, String text, @Nullable String path) {}

    public BarChart {
        bars = List.copyOf(bars);
        if (bars.stream().anyMatch(b -> b.value() < 0)) {
            throw new IllegalArgumentException("bars start at zero and go one way");
        }
    }

    /** Length of a bar in thousandths of the longest; whatever is not nothing can be seen. */
    public long width(Bar bar) {
        long longest = bars.stream().mapToLong(Bar::value).max().orElse(0);
        return bar.value() == 0 ? 0 : Math.max(4, Math.round(1000.0 * bar.value() / longest));
    }
}
