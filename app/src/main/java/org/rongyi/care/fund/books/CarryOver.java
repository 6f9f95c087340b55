package org.rongyi.care.fund.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.Posting.Line;

/** 年终结转: each account of the year is brought to nothing, and what is left of income over cost is 净资产. */
final class CarryOver {

    private CarryOver() {}

    /** @param carried what each account of the year stands at, debit above zero; no lines when there was nothing */
    static List<Line> lines(Map<AccountKind, Long> carried) {
        var lines = new ArrayList<Line>();
        long left = 0;
        for (var each : carried.entrySet()) {
            lines.add(new Line(each.getKey(), null, -each.getValue()));
            left += each.getValue();
        }
        if (left != 0) {
            lines.add(new Line(AccountKind.NET_ASSETS, null, left));
        }
        return lines;
    }
}
