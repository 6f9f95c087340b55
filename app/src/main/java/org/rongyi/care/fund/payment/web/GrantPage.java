package org.rongyi.care.fund.payment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.Overpaid;
import org.rongyi.care.fund.recovery.RecordOverpaidBack;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.TakeBackOverpaid;
import org.rongyi.care.fund.recovery.WriteOffOverpaid;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 一笔承诺: how far it is paid, and what a person can do about it: put its account right, hand it over, give it up.
 *
 * @param left what is still to be paid
 * @param slips what was signed, by payment
 * @param overs what was paid twice
 * @param typed what was typed, by field, to be shown again
 */
public record GrantPage(
        Grants.Grant grant,
        Fund fund,
        String place,
        Money left,
        List<Payment> payments,
        List<PayeeChanges.Change> changes,
        List<Recovery> recoveries,
        Map<UUID, List<Attachment>> slips,
        List<Twice> overs,
        Upload paper,
        Upload slip,
        LocalDate today,
        Actor.Office reader,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** A form that takes a file: the paper for an account in another's name, the signed slip. */
    public record Upload(String form, List<KeptFile> kept, UploadCheck.Limits limits) {}

    /**
     * A payment the bank made twice.
     *
     * @param owed what is still to be had back
     * @param ended how the rest ended
     */
    public record Twice(Payment payment, Money owed, List<Overpaid.Ended> ended) {}

    @Override
    public String title() {
        return "拨付：" + grant.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return mayHandOut()
                ? List.of(new Crumb("拨付", "/payments"), new Crumb(fund.name(), "/funds/" + fund.id() + "/payments"))
                : List.of(new Crumb("退汇待更正", "/payees"));
    }

    public String path() {
        return "/grants/" + grant.id();
    }

    private boolean stands() {
        return grant.state() == GrantState.WAITING || grant.state() == GrantState.RETURNED;
    }

    public boolean mayPropose() {
        return ProposePayee.isOpenFor(grant) && !grant.inKind() && proposed() == null;
    }

    /** The account that waits to be checked. */
    public PayeeChanges.@Nullable Change proposed() {
        return changes.stream()
                .filter(change -> change.state() == PayeeChanges.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    public boolean mayConfirm() {
        var proposed = proposed();
        return proposed != null && !proposed.isFrom(reader) && Permission.mayPerform(ConfirmPayee.class, reader);
    }

    private boolean ofOwnFund() {
        return fund.unit().equals(reader.unit());
    }

    public boolean mayHandOut() {
        return ofOwnFund()
                && stands()
                && !grant.held()
                && !HandOut.isInVisits(grant)
                && Permission.mayPerform(HandOut.class, reader);
    }

    public boolean mayEndOverpaid() {
        return ofOwnFund() && fund.closedOn() == null && Permission.mayPerform(RecordOverpaidBack.class, reader);
    }

    public boolean mayTakeBack(Overpaid.Ended ended) {
        return mayEndOverpaid()
                && ended.mayBeTakenBack()
                && !ended.by().isOf(reader)
                && Permission.mayPerform(TakeBackOverpaid.class, reader);
    }

    /** The form of one of them: what was typed belongs to the one it was typed for. */
    public boolean isWrong(Overpaid.Ended ended) {
        return !errors.isEmpty() && ended.over().id().toString().equals(typed.get("over"));
    }

    public boolean mayWriteOffOverpaid() {
        return mayEndOverpaid() && Permission.mayPerform(WriteOffOverpaid.class, reader);
    }

    public boolean mayCancel() {
        return ofOwnFund()
                && stands()
                && !grant.held()
                && !grant.isGrantedBy(reader)
                && Permission.mayPerform(CancelGrant.class, reader);
    }

    /** What was paid on false grounds can be had back, by another than who granted it. */
    public boolean mayRecover() {
        return ofOwnFund()
                && fund.closedOn() == null
                && recoveries.stream().noneMatch(Recovery::isOpen)
                && payments.stream()
                        .anyMatch(one ->
                                one.result() != null && one.result().paid().isPositive())
                && !grant.isGrantedBy(reader)
                && Permission.mayPerform(OpenRecovery.class, reader);
    }

    /** Whether a form that is folded away has to be shown. */
    public boolean isWrong(String... fields) {
        return List.of(fields).stream().anyMatch(field -> errors.find(field) != null);
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
