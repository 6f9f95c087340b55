package org.rongyi.care.fund.payment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 一笔拨付: what the bank said of it, and settling it where the bank says nothing, or two things.
 *
 * @param papers the bank's written answers, by settlement
 */
public record PaymentPage(
        Payment payment,
        Fund fund,
        List<Settlements.Settlement> settlements,
        List<Recovery> recoveries,
        Map<UUID, List<Attachment>> papers,
        GrantPage.Upload upload,
        LocalDate today,
        Actor.Office reader,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "拨付号 " + payment.reference();
    }

    @Override
    public List<Crumb> crumbs() {
        var fundPayments = new Crumb(fund.name(), "/funds/" + fund.id() + "/payments");
        return payment.batch() == null
                ? List.of(new Crumb("拨付", "/payments"), fundPayments)
                : List.of(new Crumb("拨付", "/payments"), fundPayments, new Crumb("批次", "/batches/" + payment.batch()));
    }

    public Settlements.@Nullable Settlement open() {
        return settlements.stream()
                .filter(one -> one.state() == Settlements.State.OPEN || one.state() == Settlements.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    /** 追回 that somebody has to do with before the bank's money is accounted for. */
    public List<Recovery> recovering() {
        return open() == null
                ? List.of()
                : recoveries.stream().filter(Recovery::isOpen).toList();
    }

    private boolean own() {
        return fund.unit().equals(reader.unit());
    }

    public boolean mayPropose() {
        var open = open();
        boolean waits = open == null ? payment.state() == Payment.State.SENT : open.state() == Settlements.State.OPEN;
        return own() && waits && Permission.mayPerform(ProposeSettlement.class, reader);
    }

    public boolean mayConfirm() {
        var open = open();
        return own()
                && open != null
                && open.state() == Settlements.State.PROPOSED
                && !open.isFrom(reader)
                && Permission.mayPerform(ConfirmSettlement.class, reader);
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
