package org.rongyi.care.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记收入: what came into a fund that is no gift: its principal, the return on it, an appropriation, the bank's interest. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordIncome implements OfficeAct<RecordIncome.Command, RecordIncome.Outcome> {

    private final Funds funds;
    private final Lots lots;
    private final Ledger ledger;
    private final EnteredPapers papers;
    private final Clock clock;
    private final Secrets secrets;
    private final AuditTrail audit;

    RecordIncome(
            Funds funds,
            Lots lots,
            Ledger ledger,
            EnteredPapers papers,
            Clock clock,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.papers = papers;
        this.funds = funds;
        this.lots = lots;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** 收入类别. */
    public enum Kind {
        /** Kept for ever: it enters the layer of money alone, so that nothing can spend it. */
        PRINCIPAL("本金", EntryKind.PRINCIPAL),
        RETURN("投资收益", EntryKind.RETURN),
        APPROPRIATION("财政拨款", EntryKind.APPROPRIATION),
        /** What the bank credits on the account; of any fund. */
        INTEREST("银行利息", EntryKind.RETURN);

        private final String zh;
        private final EntryKind entry;

        Kind(String zh, EntryKind entry) {
            this.zh = zh;
            this.entry = entry;
        }

        public String zh() {
            return zh;
        }

        /** Principal and return belong to the emergency fund; an appropriation to a budget line. */
        public boolean suits(FundKind fund) {
            return switch (this) {
                case PRINCIPAL, RETURN -> fund == FundKind.EMERGENCY;
                case APPROPRIATION -> fund == FundKind.BUDGET;
                case INTEREST -> true;
            };
        }
    }

    /** @param document 文号 or number of the statement it is read from */
    public record Command(
            CommandId id,
            UUID fund,
            Kind kind,
            String title,
            String document,
            Money amount,
            LocalDate receivedOn,
            Lot.Terms terms)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the fund */
        record Recorded(UUID subject, int number) implements Outcome, Done {}

        /** Absent, ended, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record NotOfThisFund() implements Outcome, Refused {}

        record NoAmount() implements Outcome, Refused {}

        /** Before the fund was opened, or in the future. */
        record WrongDay() implements Outcome, Refused {}

        /** The fund is for something else: nothing could ever be paid from it (0043). */
        record PurposeNotOfFund() implements Outcome, Refused {}

        /** The fund does not reach the place it is bound to. */
        record PlaceNotReached() implements Outcome, Refused {}

        /** The same document, amount and day stand in the books already. */
        record EnteredBefore(int number) implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}

        /** What it is called is public. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = funds.find(command.fund())
                .filter(found -> found.unit().equals(office.unit()) && found.closedOn() == null);
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!command.kind().suits(fund.get().kind())) {
            return new Outcome.NotOfThisFund();
        }
        if (!command.amount().isPositive()) {
            return new Outcome.NoAmount();
        }
        var secret = secrets.look("title", command.title());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (command.receivedOn().isBefore(fund.get().openedOn())
                || command.receivedOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        var terms = command.terms();
        if (!terms.suit(fund.get().kind())) {
            return new Outcome.PurposeNotOfFund();
        }
        if (terms.place() != null && !fund.get().code().contains(terms.place())) {
            return new Outcome.PlaceNotReached();
        }
        funds.hold(fund.get().id());
        if (funds.find(command.fund()).filter(one -> one.closedOn() == null).isEmpty()) {
            return new Outcome.NotFound(); // whoever held the lock has ended it
        }
        var before = papers.entered(
                fund.get().id(), command.kind().entry, command.receivedOn(), command.document(), command.amount());
        if (before.isPresent()) {
            return new Outcome.EnteredBefore(before.get());
        }
        audit.said(command.kind().zh(), command.amount().text() + " 元");
        return switch (ledger.post(office, posting(fund.get(), command))) {
            case Posted.Entered entered -> new Outcome.Recorded(command.fund(), entered.number());
            case Posted.Closed(var year) -> new Outcome.YearClosed(year);
            case Posted.Short ignored -> throw new IllegalStateException("income takes from nobody");
            case Posted.Repeated ignored -> throw new IllegalStateException("a new source was entered before");
        };
    }

    private Posting posting(Fund fund, Command command) {
        var lines = new Posting.Lines();
        var subject = fund.id();
        var key = "principal:" + command.id().value();
        if (command.kind() == Kind.PRINCIPAL) {
            lines.money(AccountKind.INVESTMENT, AccountKind.PRINCIPAL, command.amount());
        } else {
            subject = Ids.next();
            key = "income:" + subject;
            lots.add(lot(subject, command), command.document());
            var income = command.kind() == Kind.APPROPRIATION ? AccountKind.APPROPRIATION : AccountKind.RETURN_INCOME;
            lines.money(AccountKind.BANK, income, command.amount())
                    .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(subject, command.amount())));
        }
        var words = words(command);
        return new Posting(
                fund.id(), command.kind().entry, key, command.receivedOn(), subject, null, words, lines.list());
    }

    static String words(Command command) {
        return command.title() + "（" + command.document() + "）";
    }

    private static Lot lot(UUID id, Command command) {
        var source = command.kind() == Kind.APPROPRIATION ? Lot.Source.APPROPRIATION : Lot.Source.RETURN;
        return Lot.empty(id, command.fund(), source, command.title(), command.terms(), false, command.receivedOn());
    }
}
