package org.rongyi.care.fund.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 读入对账单: the bank's statement of a fund's account, checked whole before anything is believed, and matched with the entries on
 * 银行存款 at once. What was read before changes nothing.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReadStatement implements OfficeAct<ReadStatement.Command, ReadStatement.Outcome> {

    private final Funds funds;
    private final BankStatements statements;
    private final AuditTrail audit;
    private final Clock clock;

    ReadStatement(Funds funds, BankStatements statements, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID fund, String name, byte[] content) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /**
         * @param fresh lines nobody read before
         * @param matched lines that are now known to be entries
         */
        record Read(UUID subject, int fresh, int matched) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing of it was believed; each reason with its line. */
        record Broken(List<String> problems) implements Outcome, Refused {}

        /** This very file was read before: nothing changed. */
        record ReadBefore() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var own = funds.find(command.fund()).filter(fund -> fund.unit().equals(office.unit()));
        if (own.isEmpty()) {
            return new Outcome.NotFound();
        }
        var fund = own.get();
        funds.hold(fund.id());
        if (statements.isKnown(fund.id(), BankFile.digest(command.content()))) {
            return new Outcome.ReadBefore();
        }
        var against = new StatementFile.Against(
                fund.number(), LocalDate.now(clock), statements.known(fund.id()).orElse(null));
        return switch (StatementFile.read(command.content(), against)) {
            case StatementFile.Broken(var problems) -> new Outcome.Broken(problems);
            case StatementFile.Whole whole -> keep(office, fund, command, whole);
        };
    }

    private Outcome keep(Actor.Office office, Fund fund, Command command, StatementFile.Whole whole) {
        var digest = BankFile.digest(command.content());
        var hand = Batch.Hand.of(office, OffsetDateTime.now(clock));
        var statement = new BankStatements.Statement(
                Ids.next(),
                command.name(),
                digest,
                whole.number(),
                whole.from(),
                whole.to(),
                new Money(whole.openingFen()),
                new Money(whole.closingFen()),
                whole.count(),
                whole.fresh().size(),
                hand.name(),
                hand.at());
        statements.add(fund, statement, hand, whole.fresh());
        audit.explain(new Detail(null, List.of(new Detail.Change("对账单摘要", null, digest))));
        return new Outcome.Read(statement.id(), whole.fresh().size(), statements.match(fund.id()));
    }
}
