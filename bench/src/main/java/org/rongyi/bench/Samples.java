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

    boolean isTaken() {
        return count > 0;
    }

    double median() {
        return at(Arrays.copyOf(millis, count), 0.5);
    }

    double worst() {
        return at(Arrays.copyOf(millis, count), 0.99);
    }

    /** The median of this side's time divided by the other's, over the rounds in which both ran: the first ones. */
    double ratioTo(Samples other) {
        var ratios = new double[Math.min(count, other.count)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = millis[i] / other.millis[i];
        }
        return at(ratios, 0.5);
    }

    private static double at(double[] sorted, double share) {
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
