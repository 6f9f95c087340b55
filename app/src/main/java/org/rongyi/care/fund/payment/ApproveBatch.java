package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 批准批次: by a 负责人 who did not make it, for the number and sum he saw (会计法 第 37 条). */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ApproveBatch implements OfficeAct<ApproveBatch.Command, ApproveBatch.Outcome> {

    private final PaymentBatches batches;
    private final Clock clock;
    private final AuditTrail audit;

    ApproveBatch(PaymentBatches batches, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
        this.clock = clock;
    }

    /** @param count and {@code sum}: what he had before him */
    public record Command(CommandId id, UUID batch, int count, Money sum) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Approved(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record WrongState(Batch.State state) implements Outcome, Refused {}

        /** 不相容岗位: who made it does not approve it. */
        record OwnBatch() implements Outcome, Refused {}

        record OtherSum(int count, Money sum) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = batches.lock(office, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var batch = found.get();
        if (batch.state() != Batch.State.DRAFT) {
            return new Outcome.WrongState(batch.state());
        }
        if (batch.made().isOf(office)) {
            return new Outcome.OwnBatch();
        }
        if (batch.count() != command.count() || !batch.amount().equals(command.sum())) {
            return new Outcome.OtherSum(batch.count(), batch.amount());
        }
        audit.changed("批次", batch.state().zh(), Batch.State.APPROVED.zh());
        audit.said("合计", batch.count() + " 笔，" + batch.amount().text() + " 元");
        batches.approve(batch.id(), Batch.Hand.of(office, OffsetDateTime.now(clock)));
        return new Outcome.Approved(batch.id());
    }
}
