package org.rongyi.care.fund.books.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.Statements.Movement;
import org.rongyi.care.fund.books.Statements.Period;
import org.rongyi.care.fund.books.Statements.Turnover;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** 明细账: what moved an account within a time, the oldest first. */
public record LedgerPage(
        Fund fund,
        AccountKind account,
        Period period,
        Turnover turnover,
        List<Movement> rows,
        @Nullable String next) implements Page, Listed<Movement> {

    @Override
    public String title() {
        return account.zh() + "明细账";
    }

    @Override
    public List<Crumb> crumbs() {
        var path = "/funds/" + fund.id();
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), path),
                new Crumb("科目余额表", path + "/trial-balance?from=" + period.from() + "&to=" + period.to()));
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("时间", Words.day(period.from()) + "至" + Words.day(period.to())),
                Fact.of("期初余额", balance(turnover.openingFen())),
                Fact.of("本期借方", new Money(turnover.debitFen()).text()),
                Fact.of("本期贷方", new Money(turnover.creditFen()).text()),
                Fact.of("期末余额", balance(turnover.closingFen())));
    }

    private static String balance(long fen) {
        return fen == 0 ? "平" : (fen > 0 ? "借 " : "贷 ") + new Money(Math.abs(fen)).text();
    }

    public String debit(Movement row) {
        return row.amountFen() > 0 ? new Money(row.amountFen()).text() : "";
    }

    public String credit(Movement row) {
        return row.amountFen() < 0 ? new Money(-row.amountFen()).text() : "";
    }

    @Override
    public String list() {
        return LedgerPath.of(fund.id().toString(), account, period.from(), period.to());
    }

    @Override
    public List<String> headers() {
        return List.of("凭证号", "日期", "类别", "摘要", "借方（元）", "贷方（元）");
    }

    @Override
    public List<? extends @Nullable Object> cells(Movement row) {
        return Arrays.asList(
                row.year() + "-" + row.number(),
                row.on(),
                row.kind().zh(),
                row.words(),
                row.amountFen() > 0 ? new Money(row.amountFen()) : null,
                row.amountFen() < 0 ? new Money(-row.amountFen()) : null);
    }

    @Override
    public String heading() {
        return fund.name() + title();
    }

    @Override
    public Conditions said() {
        return new Conditions()
                .and("从", period.from())
                .and("到", period.to())
                .and("期初余额", balance(turnover.openingFen()))
                .and("期末余额", balance(turnover.closingFen()));
    }
}
