package org.rongyi.care.fund.statement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.statement.BankLines;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 银行流水待查: what the bank has and the books of a unit do not, until it is entered or two people have found out why. */
public record BankLinesPage(
        List<BankLines.Line> rows, long count, @Nullable String next) implements Page {

    @Override
    public String title() {
        return "银行流水待查";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"));
    }

    public @Nullable String nextPath() {
        return next == null ? null : "/bank-lines?after=" + next;
    }

    public static String amount(BankLines.Line line) {
        return new Money(line.fen()).text();
    }
}
