package org.rongyi.care.fund.recovery;

import java.util.UUID;
import org.rongyi.care.fund.payment.Givers;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 核定核销后退回, or not: by a 负责人 who did not enter it. The money goes back to the sources that bore it, and as much less is
 * written off.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmLateRepayment implements Act<ConfirmLateRepayment.Command, ConfirmLateRepayment.Outcome> {

    private final RecoveryHold hold;
    private final LateRepayments late;
    private final Repayments repayments;
    private final Recoveries recoveries;
    private final PaymentBatches batches;
    private final Grants grants;
    private final RecoveryBooks books;
    private final Givers givers;
    private final RecoveryNews news;
    private final AuditTrail audit;

    ConfirmLateRepayment(
            RecoveryHold hold,
            LateRepayments late,
            Repayments repayments,
            Recoveries recoveries,
            PaymentBatches batches,
            Grants grants,
            RecoveryBooks books,
            Givers givers,
            RecoveryNews news,
            AuditTrail audit) {
        this.audit = audit;
        this.hold = hold;
        this.late = late;
        this.repayments = repayments;
        this.recoveries = recoveries;
        this.batches = batches;
        this.grants = grants;
        this.books = books;
        this.givers = givers;
        this.news = news;
    }

    /** @param agrees false when the slip does not show it */
    public record Command(CommandId id, UUID recovery, boolean agrees) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Confirmed(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing waits, or it was answered. */
        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who entered it does not confirm it. */
        record OwnEntry() implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var recovery = held.get();
        var waiting = late.waitingOf(recovery.id());
        if (waiting.isEmpty()) {
            return new Outcome.AlreadyAnswered();
        }
        if (waiting.get().by().isOf(office)) {
            return new Outcome.OwnEntry();
        }
        if (!command.agrees()) {
            audit.changed("核销后的退回", "待确认", "没有确认");
            late.decide(office, waiting.get().id(), LateRepayments.State.DECLINED);
            return new Outcome.Declined(recovery.id());
        }
        if (batches.hasEnded(recovery.fund())) {
            return new Outcome.FundEnded();
        }
        return confirm(office, recovery, waiting.get());
    }

    private Outcome confirm(Actor.Office office, Recovery recovery, LateRepayments.Late one) {
        audit.changed("核销后的退回", "待确认", "已确认，" + one.amount().text() + " 元");
        late.decide(office, one.id(), LateRepayments.State.CONFIRMED);
        var repayment = new Repayments.Repayment(
                one.id(), repayments.left(recovery).first(one.amount()), one.on(), one.document(), one.by(), null);
        late.lessWrittenOff(recovery.id(), one.amount());
        repayments.add(recovery, repayment);
        var grant = grants.find(recovery.grant()).orElseThrow();
        books.lateRepaid(office, recovery, grant.inKind(), repayment);
        givers.less(grant, one.amount());
        news.late(recoveries.find(recovery.id()).orElseThrow(), one.amount());
        return new Outcome.Confirmed(recovery.id());
    }
}
