package org.rongyi.platform.kernel;

import java.util.Optional;

/**
 * 统计用区划代码: twelve digits, province 2, city 2, county 2, town 3, village 3.
 *
 * <p>A division's territory is the interval {@code [value, value + span)}: everything below it has a code inside.
 * 东莞 and 中山 have no county level; their towns stand directly below the city.
 */
public record DivisionCode(long value) implements Comparable<DivisionCode> {

    private static final long LOWEST = 100_000_000_000L;
    private static final long HIGHEST = 999_999_999_999L;

    public DivisionCode {
        if (value < LOWEST || value > HIGHEST) {
            throw new IllegalArgumentException("区划代码应为 12 位数字：" + value);
        }
    }

    /** Reads twelve digits; anything else is empty, never an exception. */
    public static Optional<DivisionCode> parse(String text) {
        var trimmed = text.strip();
        if (trimmed.length() != 12
                || !trimmed.chars().allMatch(c -> c >= '0' && c <= '9')
                || trimmed.charAt(0) == '0') {
            return Optional.empty();
        }
        return Optional.of(new DivisionCode(Long.parseLong(trimmed)));
    }

    /** The level the digits speak of: the lowest group that is not all zeros. */
    public Level level() {
        for (var level : Level.values()) {
            if (value % level.span() == 0) {
                return level;
            }
        }
        throw new IllegalStateException("a code is always a multiple of the village span");
    }

    /** First code behind this division's territory. */
    public long end() {
        return value + level().span();
    }

    /** This division itself, and all below it. */
    public boolean contains(DivisionCode other) {
        return other.value >= value && other.value < end();
    }

    /** The enclosing code at a level above (or this one): digits behind that level become zeros. */
    public DivisionCode at(Level level) {
        return new DivisionCode(value - value % level.span());
    }

    @Override
    public int compareTo(DivisionCode other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
