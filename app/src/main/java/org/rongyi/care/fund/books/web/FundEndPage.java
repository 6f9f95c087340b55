package org.rongyi.care.fund.books.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.Closings.Closing;
import org.rongyi.care.fund.books.EndFund;
import org.rongyi.care.fund.books.ProposeFundEnd;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 终止资金: what must be done with first, what is left, and who takes it over.
 *
 * @param successors funds that could take over
 * @param successorName the one that was proposed
 */
public record FundEndPage(
        Fund fund,
        List<Closings.InTheWay> inTheWay,
        boolean empty,
        Map<AccountKind, Long> balances,
        List<Fund> successors,
        @Nullable Closing open,
        @Nullable String successorName,
        Actor.Office reader,
        String reason,
        @Nullable UUID chosen,
        FieldErrors errors)
        implements Page {

    private static final List<AccountKind> LEFT =
            List.of(AccountKind.BANK, AccountKind.GOODS, AccountKind.INVESTMENT, AccountKind.AVAILABLE);

    @Override
    public String title() {
        return "终止资金";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/end";
    }

    private boolean keeps() {
        return fund.closedOn() == null && fund.unit().equals(reader.unit());
    }

    public boolean mayPropose() {
        return keeps()
                && open == null
                && inTheWay.isEmpty()
                && (empty || !successors.isEmpty())
                && Permission.mayPerform(ProposeFundEnd.class, reader);
    }

    /** Something is left and there is nobody to take it. */
    public boolean lacksSuccessor() {
        return !empty && successors.isEmpty();
    }

    public boolean mayEnd() {
        return keeps()
                && open != null
                && open.year() == null
                && !open.isFrom(reader)
                && Permission.mayPerform(EndFund.class, reader);
    }

    public List<Fact> left() {
        return LEFT.stream()
                .map(account -> Fact.of(
                        account.zh(), new Money(balances.getOrDefault(account, 0L) * account.sign()).text() + " 元"))
                .toList();
    }

    public List<Option> options() {
        return successors.stream()
                .map(each -> Option.of(each.id().toString(), each.name()))
                .toList();
    }

    public @Nullable String way(Closings.InTheWay one) {
        return switch (one.what()) {
            case NOT_OVER, RECEIVABLE -> null;
            case RECOVERING -> "/recoveries";
            case EARLIER_YEAR -> "/funds/" + fund.id() + "/years";
            case UNRELEASED, AT_BANK, CONTRADICTING, COMMITTED -> "/funds/" + fund.id() + "/payments";
            case PLAN_CHANGING -> "/funds/" + fund.id() + "/disclosures";
            case PURPOSE_CHANGING -> "/funds/" + fund.id() + "/leftovers";
            case PLATFORM_CHANGING -> "/funds/" + fund.id() + "/platform";
            case BANK_LINES -> "/funds/" + fund.id() + "/bank";
        };
    }
}
