package org.rongyi.care.fund.books.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.CloseYear;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.Closings.Closing;
import org.rongyi.care.fund.books.ProposeYearEnd;
import org.rongyi.care.fund.books.Statements;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/**
 * 年终结账: what stands in the way of closing the next year, or what goes over, and who closed the ones before.
 *
 * @param balances what each account stands at in the evening of the year's last day
 * @param open what was proposed and waits
 */
public record YearEndPage(
        Fund fund,
        int year,
        List<Closings.InTheWay> inTheWay,
        Statements.Activity activity,
        Map<AccountKind, Long> balances,
        @Nullable Closing open,
        List<Closing> before,
        Actor.Office reader,
        FieldErrors errors)
        implements Page {

    private static final List<AccountKind> GOES_OVER = List.of(
            AccountKind.BANK,
            AccountKind.INVESTMENT,
            AccountKind.GOODS,
            AccountKind.RECEIVABLE,
            AccountKind.OWED,
            AccountKind.PRINCIPAL,
            AccountKind.AVAILABLE,
            AccountKind.COMMITTED,
            AccountKind.IN_PAYMENT);

    @Override
    public String title() {
        return "年终结账";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/years";
    }

    private boolean keeps() {
        return fund.closedOn() == null && fund.unit().equals(reader.unit());
    }

    public boolean mayPropose() {
        return keeps() && open == null && inTheWay.isEmpty() && Permission.mayPerform(ProposeYearEnd.class, reader);
    }

    public boolean mayClose() {
        return keeps()
                && open != null
                && open.isOfYear(year)
                && !open.isFrom(reader)
                && Permission.mayPerform(CloseYear.class, reader);
    }

    /** What becomes of the year's income and cost. */
    public List<Fact> result() {
        var facts = new ArrayList<Fact>();
        var period = Statements.Period.ofYear(year);
        for (var each : List.of(activity.incomes(), activity.costs())) {
            each.forEach((account, fen) -> facts.add(
                    new Fact(account.zh(), new Money(fen).text() + " 元", path(account, period.from(), period.to()))));
        }
        facts.add(Fact.of("转入净资产", new Money(activity.leftFen()).text() + " 元"));
        return facts;
    }

    /** What goes over as it is. */
    public List<Fact> goesOver() {
        var facts = new ArrayList<Fact>();
        for (var account : GOES_OVER) {
            long fen = balances.getOrDefault(account, 0L) * account.sign();
            if (fen != 0) {
                facts.add(Fact.of(account.zh(), new Money(fen).text() + " 元"));
            }
        }
        long own = balances.entrySet().stream()
                .filter(each ->
                        each.getKey() == AccountKind.NET_ASSETS || each.getKey().isOfYear())
                .mapToLong(each -> -each.getValue())
                .sum();
        facts.add(Fact.of("净资产（结转之后）", new Money(own).text() + " 元"));
        return facts;
    }

    /** Where somebody goes to be done with it. */
    public @Nullable String way(Closings.InTheWay one) {
        return switch (one.what()) {
            case NOT_OVER, EARLIER_YEAR, RECEIVABLE, RECOVERING, PLAN_CHANGING, PURPOSE_CHANGING, PLATFORM_CHANGING ->
                null;
            case UNRELEASED, AT_BANK, CONTRADICTING, COMMITTED -> "/funds/" + fund.id() + "/payments";
            case BANK_LINES -> "/funds/" + fund.id() + "/bank";
        };
    }

    private String path(AccountKind account, LocalDate from, LocalDate to) {
        return LedgerPath.of(fund.id().toString(), account, from, to);
    }
}
