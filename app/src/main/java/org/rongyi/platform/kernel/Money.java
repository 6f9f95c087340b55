package org.rongyi.platform.kernel;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 金额: an amount of yuan, kept in fen. Arithmetic that does not fit is an error, never a wrong amount.
 *
 * @param fen hundredths of a yuan; below zero only as a difference
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** 5000, 5,000.5, 5，000.50元: at most two places, no sign; up to 999,999,999,999.99. */
    private static final Pattern TYPED = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,2}))?");

    private static final long FEN = 100;

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN));
    }

    /** What somebody typed, in yuan; empty when it is no amount. */
    public static Optional<Money> parse(String typed) {
        var text = typed.strip().replaceAll("[,，\\s]", "").replaceAll("元$", "").replaceAll("^[¥￥]", "");
        return TYPED.matcher(text).matches()
                ? Optional.of(new Money(new BigDecimal(text).movePointRight(2).longValueExact()))
                : Optional.empty();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public boolean isPositive() {
        return fen > 0;
    }

    /** 1,234.50: as it stands in a table whose heading says 元. */
    public String text() {
        return new DecimalFormat("#,##0.00").format(BigDecimal.valueOf(fen, 2));
    }

    /** 2000, 2000.50: for a field somebody goes on typing in. */
    public String plain() {
        return fen % FEN == 0
                ? Long.toString(fen / FEN)
                : BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
