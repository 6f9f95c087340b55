package org.rongyi.care.fund.books.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.books.Statements;
import org.rongyi.care.fund.books.Statements.Period;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.AccountKind.Layer;
import org.rongyi.platform.kernel.Money;

/** The three statements as tables whose figures open down to their entries. */
final class Sheets {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final String fund;
    private final Period period;

    Sheets(String fund, Period period) {
        this.fund = fund;
        this.period = period;
    }

    /** 科目余额表: both columns of every pair come to the same. */
    List<StatementPage.Section> trial(List<Statements.Turnover> turnovers) {
        var sections = new ArrayList<StatementPage.Section>();
        for (var layer : Layer.values()) {
            var rows = new ArrayList<StatementPage.Line>();
            var sums = new long[6];
            for (var one : turnovers) {
                if (one.account().layer() == layer) {
                    var row = new long[] {
                        Math.max(one.openingFen(), 0),
                        Math.max(-one.openingFen(), 0),
                        one.debitFen(),
                        one.creditFen(),
                        Math.max(one.closingFen(), 0),
                        Math.max(-one.closingFen(), 0)
                    };
                    rows.add(line(one.account().zh(), path(one.account(), period), row));
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += row[i];
                    }
                }
            }
            rows.add(StatementPage.Line.total("合计", all(sums)));
            var caption = layer == Layer.MONEY ? "钱在哪里、属于谁" : "用到哪一步";
            sections.add(
                    new StatementPage.Section(caption, List.of("期初借方", "期初贷方", "本期借方", "本期贷方", "期末借方", "期末贷方"), rows));
        }
        return sections;
    }

    /** 收支表. */
    List<StatementPage.Section> activity(Statements.Activity activity) {
        var rows = new ArrayList<StatementPage.Line>();
        activity.incomes().forEach((account, fen) -> rows.add(line(account.zh(), path(account, period), fen)));
        rows.add(StatementPage.Line.total("收入合计", texts(activity.incomeFen())));
        activity.costs().forEach((account, fen) -> rows.add(line(account.zh(), path(account, period), fen)));
        rows.add(StatementPage.Line.total("支出合计", texts(activity.costFen())));
        rows.add(StatementPage.Line.total("收支差额", texts(activity.leftFen())));
        if (activity.earlierYearsFen() != 0) {
            rows.add(line("以前年度调整（净资产）", path(AccountKind.NET_ASSETS, period), activity.earlierYearsFen()));
        }
        if (activity.handedFen() != 0) {
            rows.add(line(
                    activity.handedFen() > 0 ? "资金终止转入（净资产）" : "资金终止转出（净资产）",
                    path(AccountKind.NET_ASSETS, period),
                    activity.handedFen()));
        }
        return List.of(new StatementPage.Section("收入与支出", List.of("金额"), rows));
    }

    /** 资产负债表: what the fund has is what it owes and what is its own. */
    List<StatementPage.Section> sheet(Map<AccountKind, Long> balances) {
        var has = new ArrayList<StatementPage.Line>();
        var owes = new ArrayList<StatementPage.Line>();
        long assets = 0;
        long claims = 0;
        long ofYear = 0;
        for (var each : balances.entrySet()) {
            var account = each.getKey();
            long own = each.getValue() * account.sign();
            if (account.isUse() || each.getValue() == 0) {
                continue;
            }
            if (account.isOfYear()) {
                ofYear -= each.getValue();
            } else if (account.sign() > 0) {
                has.add(line(account.zh(), path(account, sinceEver()), own));
                assets += own;
            } else {
                owes.add(line(account.zh(), path(account, sinceEver()), own));
                claims += own;
            }
        }
        has.add(StatementPage.Line.total("资产合计", texts(assets)));
        if (ofYear != 0) {
            owes.add(line("收支差额（还没有结转）", activityPath(), ofYear));
        }
        owes.add(StatementPage.Line.total("负债和净资产合计", texts(claims + ofYear)));
        return List.of(
                new StatementPage.Section("资产", List.of("金额"), has),
                new StatementPage.Section("负债和净资产", List.of("金额"), owes));
    }

    private Period sinceEver() {
        return new Period(FIRST, period.to());
    }

    /** What is not carried over is of the years that are open: the sheet's own period says which. */
    private String activityPath() {
        return "/funds/" + fund + "/activity?from=" + period.from() + "&to=" + period.to();
    }

    private String path(AccountKind account, Period within) {
        return LedgerPath.of(fund, account, within.from(), within.to());
    }

    private static StatementPage.Line line(String label, String path, long... amounts) {
        return new StatementPage.Line(label, path, texts(amounts), false);
    }

    private static List<String> all(long... amounts) {
        return Arrays.stream(amounts).mapToObj(fen -> new Money(fen).text()).toList();
    }

    private static List<String> texts(long... amounts) {
        var texts = new ArrayList<String>();
        for (long fen : amounts) {
            texts.add(amounts.length > 1 && fen == 0 ? "" : new Money(fen).text());
        }
        return texts;
    }
}
