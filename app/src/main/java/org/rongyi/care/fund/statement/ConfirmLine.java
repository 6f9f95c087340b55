package org.rongyi.care.fund.statement;

import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核定流水说明: by a 负责人 who did not write it; the line then waits for nobody. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmLine implements OfficeAct<ConfirmLine.Command, ConfirmLine.Outcome> {

    private final Funds funds;
    private final BankLines lines;
    private final AuditTrail audit;

    ConfirmLine(Funds funds, BankLines lines, AuditTrail audit) {
        this.funds = funds;
        this.audit = audit;
        this.lines = lines;
    }

    /** @param agrees false: it is to be looked into again */
    public record Command(CommandId id, UUID line, boolean agrees) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Explained(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who wrote it does not confirm it. */
        record OwnProposal() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = lines.find(command.line()).filter(line -> line.unit().equals(office.unit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(found.get().fund());
        var line = lines.find(command.line()).orElseThrow();
        if (line.state() != BankLines.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (line.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        audit.changed("流水的说明", line.state().zh(), command.agrees() ? "同意" : "不同意");
        lines.decide(office, line.id(), command.agrees() ? BankLines.State.EXPLAINED : BankLines.State.OPEN);
        return command.agrees() ? new Outcome.Explained(line.id()) : new Outcome.Declined(line.id());
    }
}
