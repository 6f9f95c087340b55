package org.rongyi.care.relief.rule;

import java.util.List;

/**
 * The parameters that hold for an application: by the day it was made and by its place.
 *
 * @param barYears how far a bar looks back
 * @param causeDays within how many days two events are taken for the same
 * @param lineFen counted income of a month and head up to which a household has little
 * @param bands by burden, the lowest first
 * @param mostFen cap of one case
 * @param yearMostFen cap of what one person is granted in twelve months, wherever in the province
 * @param proposed whether one of them is ours and waits to be confirmed
 */
public record Terms(
        int barYears, int causeDays, long lineFen, List<Band> bands, long mostFen, long yearMostFen, boolean proposed) {

    /** 档次: from this burden on, this amount. */
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
