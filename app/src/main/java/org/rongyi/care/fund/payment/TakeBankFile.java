package org.rongyi.care.fund.payment;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 取银行文件: opens the account numbers of a released batch, to be sent to the bank and for nothing else. The trail keeps who
 * and when; the numbers are in no outcome and no trail (个人信息保护法 第 6 条).
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class TakeBankFile implements OfficeAct<TakeBankFile.Command, TakeBankFile.Outcome> {

    private final PaymentBatches batches;
    private final BankFile file;
    private final AuditTrail audit;

    TakeBankFile(PaymentBatches batches, BankFile file, AuditTrail audit) {
        this.batches = batches;
        this.file = file;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID batch) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** The reader may now ask {@link BankFile#bytes}. */
        record Taken(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** There is no file before the release, nor after all was answered. */
        record WrongState(Batch.State state) implements Outcome, Refused {}

        /** Somebody changed a payment around the acts since the release: nothing goes to the bank. */
        record Altered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var batch = batches.find(command.batch())
                .filter(found -> batches.ownFund(office, found.fund()).isPresent());
        if (batch.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (batch.get().state() != Batch.State.RELEASED) {
            return new Outcome.WrongState(batch.get().state());
        }
        if (file.asReleased(batch.get()).isEmpty()) {
            return new Outcome.Altered();
        }
        audit.explain(new Detail("送银行拨付，" + batch.get().count() + " 个账号", List.of()));
        return new Outcome.Taken(batch.get().id());
    }
}
