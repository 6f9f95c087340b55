package org.rongyi.care.fund;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.ledger.CounterEntries;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 红字冲回: takes an entry back by its counter-entry, by somebody else than who made it. Nothing is changed or removed (会计法
 * 第 15 条). What has been used of it since can no longer be taken back.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReverseEntry implements OfficeAct<ReverseEntry.Command, ReverseEntry.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final Journal journal;
    private final Ledger ledger;
    private final CounterEntries counter;
    private final Secrets secrets;
    private final AuditTrail audit;

    ReverseEntry(
            Funds funds, Journal journal, Ledger ledger, CounterEntries counter, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.funds = funds;
        this.journal = journal;
        this.ledger = ledger;
        this.counter = counter;
    }

    public record Command(CommandId id, UUID entry, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Reversed(UUID subject, int number) implements Outcome, Done {}

        /** Absent, or in another unit's books. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** What grants and payments enter is taken back by their own acts. */
        record NotByItself(EntryKind kind) implements Outcome, Refused {}

        record OwnEntry() implements Outcome, Refused {}

        record ReversedBefore() implements Outcome, Refused {}

        /** Some of it was promised or spent. */
        record UsedSince() implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = journal.find(command.entry());
        if (found.isEmpty()
                || funds.find(found.get().fund())
                        .filter(fund -> fund.unit().equals(office.unit()) && fund.closedOn() == null)
                        .isEmpty()) {
            return new Outcome.NotFound();
        }
        var entry = found.get();
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (!entry.kind().isReversibleByItself()) {
            return new Outcome.NotByItself(entry.kind());
        }
        if (office.speaksFor(entry.by())) {
            return new Outcome.OwnEntry();
        }
        audit.explain(new Detail(command.reason(), List.of()));
        return switch (ledger.post(office, counter.to(entry, command.reason()))) {
            case Posted.Entered entered -> new Outcome.Reversed(entered.entry(), entered.number());
            case Posted.Repeated ignored -> new Outcome.ReversedBefore();
            case Posted.Short ignored -> new Outcome.UsedSince();
            case Posted.Closed(var year) -> new Outcome.YearClosed(year);
        };
    }

    /** Another one took it back, or used it, at the same moment. */
    @Override
    public Outcome lost(String constraint) {
        return switch (constraint) {
            case "lot_never_below_zero" -> new Outcome.UsedSince();
            case "entry_reverses_key" -> new Outcome.ReversedBefore();
            default -> OfficeAct.super.lost(constraint);
        };
    }
}
