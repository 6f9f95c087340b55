package org.rongyi.platform.ui.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.chart.BarChart;
import org.rongyi.platform.ui.chart.TrendChart;

/** What a section of the home page is made of. */
public sealed interface HomeBlock {

    /** 数字: each opens the records it counts. */
    record Numbers(List<Number> numbers) implements HomeBlock {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** @param delta how it has changed, in words */
    record Number(
            String label,
            String number,
            String unit,
            String path,
            @Nullable String delta,
            Tone tone) {

        public static Number of(String label, String number, String unit, String path) {
            return new Number(label, number, unit, path, null, Tone.NEUTRAL);
        }
    }

    /** 条目: things to go on with, the most urgent first. */
    record Entries(List<Entry> entries, String empty) implements HomeBlock {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param tag how it stands (已逾期); none when there is nothing to say
     * @param press what may be done at once, beside the way to the record; none where nothing may
     */
    record Entry(
            String label,
            String note,
            @Nullable String tag,
            Tone tone,
            String path,
            @Nullable Press press) {

        public Entry(String label, String note, @Nullable String tag, Tone tone, String path) {
            this(label, note, tag, tone, path, null);
        }
    }

    /**
     * A button of its own.
     *
     * @param about to whom, for whoever hears the page
     * @param path posted to
     */
    record Press(String label, String about, Icon icon, String path) {}

    /** 按单位比较. */
    record Bars(BarChart chart) implements HomeBlock {}

    /** 逐月. */
    record Trend(TrendChart chart) implements HomeBlock {}

    /** 查找. */
    record Search(String action, String label, String hint) implements HomeBlock {}
}
