package org.rongyi.care.relief;

import java.math.BigDecimal;
import java.util.Optional;

/** 元, as people type it: 2000, 2,000.50, 1万 is not understood. */
public final class Yuan {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private Yuan() {}

    /** In fen; empty when it is no amount of whole fen from nothing up. */
    public static Optional<Long> parse(String text) {
        var plain = text.replace(",", "").replace("，", "").replace("元", "").strip();
        if (!plain.matches("\\d{1,10}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        var amount = new BigDecimal(plain);
        return amount.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(amount.movePointRight(2).longValueExact());
    }

    /** 2000, 2000.50: for a field. */
    public static String plain(long fen) {
        var amount = BigDecimal.valueOf(fen, 2);
        return fen % 100 == 0 ? amount.toBigInteger().toString() : amount.toPlainString();
    }
}
