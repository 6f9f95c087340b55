package org.rongyi.platform.kernel;

/** Half-open range of division codes: {@code low} is in, {@code high} is not. */
public record Interval(long low, long high) {

    public Interval {
        if (low >= high) {
            throw new IllegalArgumentException("empty interval [" + low + "," + high + ")");
        }
    }

    public static Interval of(DivisionCode code) {
        return new Interval(code.value(), code.end());
    }

    public boolean contains(long code) {
        return code >= low && code < high;
    }
}
