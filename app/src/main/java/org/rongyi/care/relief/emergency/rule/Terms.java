package org.rongyi.care.relief.emergency.rule;

import java.util.List;

/**
 * The parameters that hold for an application: by the day it was made.
 *
 * @param years within how many years of the event it is applied for
 * @param causeDays within how many days two events are taken for the same
 * @param againMonths after how many months a new cause can be applied for
 * @param bands by burden, the lowest first
 * @param proposed whether one of them is ours and waits to be confirmed
 */
public record Terms(
        long leastFen, long mostFen, int years, int causeDays, int againMonths, List<Band> bands, boolean proposed) {

    /** 档次: from this burden on, in percent of the counted income, this amount. */
    public record Band(int percent, long amountFen) {}

    public Terms {
        bands = List.copyOf(bands);
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).percent() <= bands.get(i - 1).percent()
                    || bands.get(i).amountFen() < bands.get(i - 1).amountFen()) {
                throw new IllegalArgumentException("bands rise: " + bands);
            }
        }
    }
}
