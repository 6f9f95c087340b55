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

/** 再对一遍: once what the books lacked was entered. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class MatchAgain implements OfficeAct<MatchAgain.Command, MatchAgain.Outcome> {

    private final Funds funds;
    private final BankStatements statements;
    private final AuditTrail audit;

    MatchAgain(Funds funds, BankStatements statements, AuditTrail audit) {
        this.audit = audit;
        this.funds = funds;
        this.statements = statements;
    }

    public record Command(CommandId id, UUID fund) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param matched lines that are now known to be entries */
        record Matched(UUID subject, int matched) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (funds.find(command.fund())
                .filter(fund -> fund.unit().equals(office.unit()))
                .isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(command.fund());
        int matched = statements.match(command.fund());
        audit.said("对上", matched + " 笔");
        return new Outcome.Matched(command.fund(), matched);
    }
}
