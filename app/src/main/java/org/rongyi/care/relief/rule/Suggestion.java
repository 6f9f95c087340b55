package org.rongyi.care.relief.rule;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Words;

/**
 * 建议金额 (办法 第十四条: by the degree of hardship and the local level). By how much the household had to bear of what it earns; a
 * household with little is one band higher.
 *
 * @param fen nothing where none is suggested
 */
record Suggestion(long fen, String reason) {

    private static final int NONE = -1;

    static Suggestion of(@Nullable Household household, Terms terms, long leftFen) {
        if (household == null) {
            return new Suggestion(0, "没有家庭经济状况，算不出建议金额");
        }
        int band = band(household, terms);
        if (band == NONE) {
            return new Suggestion(0, economy(household, terms) + "，没有达到起援标准，不建议资金援助");
        }
        long amount = terms.bands().get(band).amountFen();
        var reason = economy(household, terms) + "，属第 " + (band + 1) + " 档，标准 " + Words.yuan(amount);
        return amount <= leftFen
                ? new Suggestion(amount, reason)
                : new Suggestion(leftFen, reason + "；按上限只能援助 " + Words.yuan(leftFen));
    }

    /** Index of the band it is in; less than nothing when it is in none. */
    static int band(Household household, Terms terms) {
        int burden = household.burdenPercent();
        int band = NONE;
        while (band + 1 < terms.bands().size()
                && burden >= terms.bands().get(band + 1).percent()) {
            band++;
        }
        return hasLittle(household, terms) ? Math.min(band + 1, terms.bands().size() - 1) : band;
    }

    private static boolean hasLittle(Household household, Terms terms) {
        return household.monthlyFen() <= terms.lineFen();
    }

    static String economy(Household household, Terms terms) {
        var burden = household.burdenPercent();
        var share = burden == Integer.MAX_VALUE ? "没有计入的收入" : "占计入的收入 " + burden + "%";
        return "自付 " + Words.yuan(household.ownFen()) + "，" + share + "；人均月收入 " + Words.yuan(household.monthlyFen())
                + (hasLittle(household, terms) ? "，不高于 " : "，高于 ") + Words.yuan(terms.lineFen())
                + (household.exemptFen() > 0 ? "（抚恤、补助、优待 " + Words.yuan(household.exemptFen()) + " 不算收入）" : "");
    }
}
