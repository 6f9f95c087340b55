package org.rongyi.care.fund.payment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.bank.ResultFiles;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Step;

/**
 * 拨付批次: its steps and who did them, and what can be done with it now.
 *
 * @param held taken out of it before it went: their recipients have died
 * @param deceased whose recipients have died, of those that are with the bank or were paid by it
 * @param reason why it is to be dissolved, as it was typed
 * @param problems why a result file was not entered, line by line
 */
public record BatchPage(
        Batch batch,
        Fund fund,
        List<Payment> payments,
        List<ResultFiles.File> files,
        List<Payment> held,
        Set<UUID> deceased,
        Actor.Office reader,
        String reason,
        FieldErrors errors,
        List<String> problems)
        implements Page {

    @Override
    public String title() {
        return "拨付批次 " + batch.number();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拨付", "/payments"), new Crumb(fund.name(), "/funds/" + fund.id() + "/payments"));
    }

    public String path() {
        return "/batches/" + batch.id();
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(step("编制", batch.made(), false));
        var dissolved = batch.dissolved();
        if (dissolved != null) {
            var note = dissolved.name() + " " + Words.moment(dissolved.at().toInstant()) + "：" + dissolved.reason();
            steps.add(new Step("已解散", note, Step.State.DONE));
            return steps;
        }
        steps.add(step("批准", batch.approved(), batch.state() == Batch.State.DRAFT));
        steps.add(step("拨付", batch.released(), batch.state() == Batch.State.APPROVED));
        var settled = batch.settledAt();
        steps.add(new Step(
                "银行答复齐",
                settled == null ? null : Words.moment(settled.toInstant()),
                settled != null
                        ? Step.State.DONE
                        : batch.state() == Batch.State.RELEASED ? Step.State.NOW : Step.State.AHEAD));
        return steps;
    }

    private static Step step(String label, Batch.@Nullable Hand hand, boolean now) {
        return hand == null
                ? new Step(label, null, now ? Step.State.NOW : Step.State.AHEAD)
                : new Step(label, hand.name() + " " + Words.moment(hand.at().toInstant()), Step.State.DONE);
    }

    private boolean own() {
        return fund.unit().equals(reader.unit()) && Permission.mayPerform(ReleaseBatch.class, reader);
    }

    public boolean mayApprove() {
        return own()
                && batch.state() == Batch.State.DRAFT
                && Permission.mayPerform(ApproveBatch.class, reader)
                && !batch.made().isOf(reader);
    }

    public boolean mayRelease() {
        var approved = batch.approved();
        return own()
                && batch.state() == Batch.State.APPROVED
                && !batch.made().isOf(reader)
                && approved != null
                && !approved.isOf(reader);
    }

    public boolean mayDissolve() {
        return own() && (batch.state() == Batch.State.DRAFT || batch.state() == Batch.State.APPROVED);
    }

    public boolean mayTake() {
        return own() && batch.state() == Batch.State.RELEASED;
    }

    public boolean mayRead() {
        return own() && batch.isWithBank();
    }

    /** Why the reader is not the one to go on with it; none when he is, or nobody is. */
    public @Nullable String waitsFor() {
        return switch (batch.state()) {
            case DRAFT -> mayApprove() ? null : "等本单位没有参与编制的负责人批准。";
            case APPROVED -> mayRelease() ? null : "等本单位既没有编制、也没有批准它的第三个人拨付。";
            case RELEASED, SETTLED, DISSOLVED -> null;
        };
    }

    public Money paid() {
        return payments.stream()
                .map(Payment::result)
                .filter(Objects::nonNull)
                .map(Payment.Result::paid)
                .reduce(Money.ZERO, Money::plus);
    }

    /** With the bank, or paid by it, and the recipient has died: where the money is has to be asked after. */
    public List<Payment> toFollow() {
        return payments.stream().filter(one -> deceased.contains(one.grant())).toList();
    }

    public long unanswered() {
        return payments.stream()
                .filter(payment -> payment.state() == Payment.State.SENT)
                .count();
    }

    public static Tone tone(Payment.State state) {
        return switch (state) {
            case PLANNED, DROPPED -> Tone.NEUTRAL;
            case SENT -> Tone.INFO;
            case PAID -> Tone.SUCCESS;
            case PARTIAL -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }
}
