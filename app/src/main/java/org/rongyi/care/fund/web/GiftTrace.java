package org.rongyi.care.fund.web;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 捐赠去向, in words: the same lines for the donor, the public and the office. */
@Component
class GiftTrace {

    private static final int SHOWN = 200;

    private final Lots lots;
    private final Divisions divisions;
    private final Policy policy;

    GiftTrace(Lots lots, Divisions divisions, Policy policy) {
        this.lots = lots;
        this.divisions = divisions;
        this.policy = policy;
    }

    List<GiftUse> uses(UUID lot) {
        return lots.uses(lot, SHOWN).stream()
                .map(use ->
                        new GiftUse(use, policy.label("fund.purpose", use.purpose()), divisions.fullName(use.county())))
                .toList();
    }

    String bonds(Lot lot) {
        var terms = lot.terms();
        var purposes = new HashMap<String, String>();
        var places = new HashMap<DivisionCode, String>();
        if (terms.purpose() != null) {
            purposes.put(terms.purpose(), policy.label("fund.purpose", terms.purpose()));
        }
        if (terms.place() != null) {
            places.put(terms.place(), divisions.fullName(terms.place()));
        }
        return Terms.text(terms, purposes, places);
    }
}
