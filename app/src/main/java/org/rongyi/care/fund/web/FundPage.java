package org.rongyi.care.fund.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.books.SpendingWatch;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.raising.DisclosureTerms;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一项资金: how it stands, what it lives on, its accounts.
 *
 * @param lots the newest sources that are not used up
 * @param moreLots whether there are more of them
 * @param watch how the year stands beside what the law asks; none for a fund without gifts
 * @param purposes words of the purposes on the page
 * @param places names of the places on the page
 * @param late what should have been made public by now
 * @param leftOver how many sources are past their last day and not used up
 * @param seesRelated whether he may read who is tied to its managers and givers
 * @param keeps whether the reader's unit keeps these books
 */
public record FundPage(
        Fund fund,
        Map<AccountKind, Long> balances,
        List<Lot> lots,
        boolean moreLots,
        SpendingWatch.@Nullable Standing watch,
        Map<String, String> purposes,
        Map<DivisionCode, String> places,
        List<DisclosureTerms.Term> late,
        int leftOver,
        boolean seesRelated,
        boolean keeps)
        implements Page {

    /** A line of the trial balance. */
    public record Balance(AccountKind kind, String debit, String credit) {}

    @Override
    public String title() {
        return fund.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"));
    }

    public String path() {
        return "/funds/" + fund.id();
    }

    public Use use() {
        return Use.of(balances);
    }

    /** 科目余额表: both columns of a layer add up to the same, unless somebody changed a balance. */
    public List<Balance> trial(AccountKind.Layer layer) {
        var trial = new ArrayList<Balance>();
        for (var kind : AccountKind.values()) {
            long balance = balances.getOrDefault(kind, 0L);
            if (kind.layer() == layer && balance != 0) {
                trial.add(new Balance(
                        kind,
                        balance > 0 ? new Money(balance).text() : "",
                        balance < 0 ? new Money(-balance).text() : ""));
            }
        }
        return trial;
    }

    public Money debits(AccountKind.Layer layer) {
        return new Money(of(layer).filter(balance -> balance > 0).sum());
    }

    public Money credits(AccountKind.Layer layer) {
        return new Money(-of(layer).filter(balance -> balance < 0).sum());
    }

    private LongStream of(AccountKind.Layer layer) {
        return balances.entrySet().stream()
                .filter(each -> each.getKey().layer() == layer)
                .mapToLong(Map.Entry::getValue);
    }

    public List<Fact> facts() {
        var facts = new ArrayList<>(List.of(
                Fact.of("编号", fund.number()),
                Fact.of("类别", fund.kind().zh()),
                Fact.of("管理单位", fund.unitName()),
                Fact.of("依据", fund.document()),
                Fact.of("设立日期", Words.day(fund.openedOn()))));
        if (fund.closedOn() != null) {
            facts.add(Fact.of("终止日期", Words.day(fund.closedOn())));
        }
        if (fund.trustee() != null) {
            facts.add(Fact.of("受托管理机构", fund.trustee()));
        }
        var charity = fund.charity();
        if (charity != null) {
            facts.add(Fact.of("依托的慈善组织", charity.name()));
            facts.add(Fact.of("登记证号", charity.creditCode()));
            facts.add(Fact.of("公开募捐资格", charity.licence() == null ? "没有，只向特定对象募集" : charity.licence()));
            facts.add(
                    new Fact("网上捐赠的页面", charity.platform() == null ? "没有" : charity.platform(), path() + "/platform"));
        }
        return facts;
    }

    /** 困难帮扶 · 怀集县 · 2021年12月31日前. */
    public String bonds(Lot lot) {
        return Terms.text(lot.terms(), purposes, places);
    }
}
