package org.rongyi.care.fund.web;

import java.util.ArrayList;
import java.util.Map;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Words;

/** 限定, in words. */
final class Terms {

    private Terms() {}

    static String text(Lot.Terms terms, Map<String, String> purposes, Map<DivisionCode, String> places) {
        var words = new ArrayList<String>();
        if (terms.purpose() != null) {
            words.add(purposes.getOrDefault(terms.purpose(), terms.purpose()));
        }
        if (terms.place() != null) {
            words.add(places.getOrDefault(terms.place(), terms.place().toString()));
        }
        if (terms.until() != null) {
            words.add(Words.day(terms.until()) + "前用完");
        }
        return words.isEmpty() ? "不限定" : String.join(" · ", words);
    }
}
