package org.rongyi.care.fund.books.web;

import java.time.LocalDate;
import org.rongyi.care.fund.ledger.AccountKind;

/** Where a figure opens down to its entries. */
public final class LedgerPath {

    private LedgerPath() {}

    /** 明细账 of an account, both days within it. */
    public static String of(String fund, AccountKind account, LocalDate from, LocalDate to) {
        return "/funds/" + fund + "/ledger?account=" + account + "&from=" + from + "&to=" + to;
    }
}
