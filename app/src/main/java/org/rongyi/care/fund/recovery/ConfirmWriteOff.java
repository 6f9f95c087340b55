package org.rongyi.care.fund.recovery;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核定核销, or not: by a 负责人 who did not propose it. What is left is cost; nothing is owed any more. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmWriteOff implements Act<ConfirmWriteOff.Command, ConfirmWriteOff.Outcome> {

    private final RecoveryHold hold;
    private final Recoveries recoveries;
    private final RecoveryBooks books;
    private final RecoveryNews news;
    private final AuditTrail audit;

    ConfirmWriteOff(
            RecoveryHold hold, Recoveries recoveries, RecoveryBooks books, RecoveryNews news, AuditTrail audit) {
        this.audit = audit;
        this.hold = hold;
        this.recoveries = recoveries;
        this.books = books;
        this.news = news;
    }

    /** @param agrees false leaves it owed */
    public record Command(CommandId id, UUID recovery, boolean agrees) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record WrittenOff(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is proposed, or it was answered. */
        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not confirm it. */
        record OwnProposal() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var recovery = held.get();
        var waiver = recovery.waiver();
        if (recovery.state() != Recovery.State.ORDERED || waiver == null) {
            return new Outcome.AlreadyAnswered();
        }
        if (waiver.by().isOf(office)) {
            return new Outcome.OwnProposal();
        }
        if (!command.agrees()) {
            audit.changed("核销", "待确认", "没有确认");
            recoveries.declineWaiver(recovery.id());
            return new Outcome.Declined(recovery.id());
        }
        audit.changed("追回", recovery.state().zh(), Recovery.State.WRITTEN_OFF.zh());
        recoveries.waive(office, recovery.id());
        books.writtenOff(office, recovery);
        news.over(recovery);
        return new Outcome.WrittenOff(recovery.id());
    }
}
