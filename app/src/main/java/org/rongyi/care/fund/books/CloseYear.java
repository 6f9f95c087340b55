package org.rongyi.care.fund.books;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 年终结账 (会计法 第 17 条): income and cost of the year go into 净资产 by an entry, and nothing is entered into it any more. What is
 * promised and what is not spent goes over as it is. A year once closed is not opened again.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CloseYear implements OfficeAct<CloseYear.Command, CloseYear.Outcome> {

    private final Closings closings;
    private final Ledger ledger;
    private final AuditTrail audit;

    CloseYear(Closings closings, Ledger ledger, AuditTrail audit) {
        this.audit = audit;
        this.closings = closings;
        this.ledger = ledger;
    }

    /** @param agrees false sends it back to whoever proposed it */
    public record Command(CommandId id, UUID closing, boolean agrees) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Closed(UUID subject, int year) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not close it. */
        record OwnProposal() implements Outcome, Refused {}

        record Obstructed(List<Closings.InTheWay> by) implements Outcome, Refused {}

        /** More was spent than the fund ever received by that day: some day is wrong. */
        record NotCovered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = closings.find(command.closing()).filter(one -> one.year() != null);
        var fund = found.flatMap(one -> closings.lockOwn(office, one.fund()));
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        var closing = closings.find(command.closing()).orElseThrow();
        var year = closing.year();
        if (closing.state() != Closings.State.PROPOSED || year == null) {
            return new Outcome.AlreadyAnswered();
        }
        if (closing.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        if (!command.agrees()) {
            audit.changed(year + " 年结账", closing.state().zh(), Closings.State.DECLINED.zh());
            closings.decide(office, closing.id(), Closings.State.DECLINED);
            return new Outcome.Declined(closing.fund());
        }
        var hindrances = closings.inTheWay(fund.get(), year);
        return hindrances.isEmpty() ? close(office, closing, year) : new Outcome.Obstructed(hindrances);
    }

    private Outcome close(Actor.Office office, Closings.Closing closing, int year) {
        audit.changed(year + " 年结账", closing.state().zh(), Closings.State.CLOSED.zh());
        closings.decide(office, closing.id(), Closings.State.CLOSED);
        var lines = CarryOver.lines(closings.toCarry(closing.fund(), year));
        if (!lines.isEmpty()) {
            var posting = new Posting(
                    closing.fund(),
                    EntryKind.YEAR_END,
                    "year-end:" + closing.id(),
                    LocalDate.of(year, 12, 31),
                    closing.id(),
                    null,
                    year + " 年收入、支出转入净资产",
                    lines);
            switch (ledger.post(office, posting)) {
                case Posted.Entered ignored -> {}
                case Posted.Short ignored -> {
                    return new Outcome.NotCovered();
                }
                case Posted.Repeated ignored -> throw new IllegalStateException("closed before");
                case Posted.Closed ignored -> throw new IllegalStateException("closed without having been closed");
            }
        }
        closings.closeBook(closing.fund(), year);
        return new Outcome.Closed(closing.fund(), year);
    }
}
