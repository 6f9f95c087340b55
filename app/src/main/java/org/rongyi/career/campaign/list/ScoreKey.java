package org.rongyi.career.campaign.list;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The score a list goes on behind, as it stands in an address. */
final class ScoreKey {

    /** Anybody may write an address: of a number with a huge exponent the driver would make all its digits. */
    private static final Pattern FORM = Pattern.compile("-?\\d{1,9}(\\.\\d{1,12})?");

    private ScoreKey() {}

    /** @throws IllegalArgumentException where it is no score */
    static BigDecimal parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no score: " + text.length() + " characters");
        }
        return new BigDecimal(text);
    }
}
