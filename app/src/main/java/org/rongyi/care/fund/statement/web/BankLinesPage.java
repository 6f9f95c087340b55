package org.rongyi.care.fund.statement.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.statement.BankLines;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 银行流水待查: what the bank has and the books of a unit do not, until it is entered or two people have found out why. */
public record BankLinesPage(
        List<BankLines.Line> rows, long count, @Nullable String next) implements Page, Listed<BankLines.Line> {

    @Override
    public String title() {
        return "银行流水待查";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"));
    }

    public static String amount(BankLines.Line line) {
        return new Money(line.fen()).text();
    }

    @Override
    public String list() {
        return "/bank-lines";
    }

    @Override
    public List<String> headers() {
        return List.of("日期", "资金", "对方", "附言", "收入（支出为负，元）", "到哪一步");
    }

    @Override
    public List<? extends @Nullable Object> cells(BankLines.Line line) {
        return Arrays.asList(
                line.on(),
                line.fundName(),
                line.counterparty(),
                line.note(),
                new Money(line.fen()),
                line.state().zh());
    }
}
