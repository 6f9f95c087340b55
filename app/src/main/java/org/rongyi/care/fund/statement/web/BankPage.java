package org.rongyi.care.fund.statement.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.statement.BankStatements;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.care.fund.statement.Reconciliation;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 银行对账 of a fund: 余额调节表 of a day, what only one side has, and the statements that were read.
 *
 * @param problems why a file was not believed, line by line
 */
public record BankPage(
        Fund fund,
        LocalDate on,
        Reconciliation.@Nullable Table table,
        List<BankStatements.Statement> statements,
        Actor.Office reader,
        FieldErrors errors,
        List<String> problems)
        implements Page {

    /** A line of 余额调节表. */
    public record Step(String label, String amount, boolean sum) {}

    @Override
    public String title() {
        return "银行对账";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/bank";
    }

    public boolean mayRead() {
        return fund.unit().equals(reader.unit()) && Permission.mayPerform(ReadStatement.class, reader);
    }

    public List<Step> books(Reconciliation.Table of) {
        var steps = new java.util.ArrayList<>(List.of(
                step("账面余额（银行存款）", of.oursFen()),
                step("加：银行已收、账上未记", of.theirsIn()),
                step("减：银行已付、账上未记", of.theirsOut())));
        if (of.beforeFen() != 0) {
            steps.add(step("对账开始以前的差额", of.beforeFen()));
        }
        steps.add(new Step("调节后余额", amount(of.adjustedOurs()), true));
        return steps;
    }

    public List<Step> bank(Reconciliation.Table of) {
        return List.of(
                step("对账单余额", of.bankFen()),
                step("加：账上已收、银行未收", of.oursIn()),
                step("减：账上已付、银行未付", of.oursOut()),
                new Step("调节后余额", amount(of.adjustedBank()), true));
    }

    private static Step step(String label, long fen) {
        return new Step(label, amount(fen), false);
    }

    public static String amount(long fen) {
        return new Money(fen).text();
    }

    public String exportPath() {
        return path() + "/export.xlsx?on=" + on;
    }
}
