package org.rongyi.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, taken side by side. */
final class Samples {

    private final double[] millis;
    private int count;

    Samples(int capacity) {
        this.millis = new double[capacity];
    }

    void add(long nanos) {
        millis[count++] = nanos / 1e6;
    }

    double median() {
        return at(millis, 0.5);
    }

    double worst() {
        return at(millis, 0.99);
    }

    /** The median of this side's time divided by the other's, round by round. */
    double ratioTo(Samples other) {
        var ratios = new double[count];
        for (int i = 0; i < count; i++) {
            ratios[i] = millis[i] / other.millis[i];
        }
        return at(ratios, 0.5);
    }

    private double at(double[] values, double share) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) (count * share))];
    }

    static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
