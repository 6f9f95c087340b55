package org.rongyi.care.fund.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.EnteredPapers;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Sources;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记管理费用: what keeping a fund of gifts costs, paid from its account; of any other the bank's fee alone. Only from gifts that are bound to nothing else; counted apart
 * from aid, and no more than a share of all that is spent ({@link SpendingWatch}).
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordCost implements OfficeAct<RecordCost.Command, RecordCost.Outcome> {

    /** An entry of the list {@code fund.purpose}. */
    static final String PURPOSE = FundKind.MANAGEMENT;

    /** 元: what one fee of the bank may be, where nothing else may be paid. */
    public static final String FEE_MOST = "fund.fee.most";

    private final Funds funds;
    private final Sources sources;
    private final EnteredPapers papers;
    private final PaymentBooks books;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Policy policy;
    private final Clock clock;
    private final AuditTrail audit;

    RecordCost(
            Funds funds,
            Sources sources,
            EnteredPapers papers,
            PaymentBooks books,
            Ledger ledger,
            Secrets secrets,
            Policy policy,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.policy = policy;
        this.funds = funds;
        this.sources = sources;
        this.papers = papers;
        this.books = books;
        this.ledger = ledger;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param document number of the invoice or receipt */
    public record Command(CommandId id, UUID fund, String title, String document, Money amount, LocalDate paidOn)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the fund */
        record Recorded(UUID subject, int number) implements Outcome, Done {}

        /** Absent, ended, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** What it was for is public. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        record NoAmount() implements Outcome, Refused {}

        /** Before the fund was opened, or in the future. */
        record WrongDay() implements Outcome, Refused {}

        /** What there is without another purpose, or on the account beyond what is owed. */
        record TooLittle(Money available) implements Outcome, Refused {}

        /** Of a fund that takes no gifts nothing is paid but the bank's fee, which is small. */
        record NoFee(Money most) implements Outcome, Refused {}

        /** The same document, amount and day stand in the books already. */
        record EnteredBefore(int number) implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var own =
                funds.find(command.fund()).filter(fund -> fund.unit().equals(office.unit()) && fund.closedOn() == null);
        if (own.isEmpty()) {
            return new Outcome.NotFound();
        }
        var fund = own.get();
        var secret = secrets.look("title", command.title());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (!command.amount().isPositive()) {
            return new Outcome.NoAmount();
        }
        if (command.paidOn().isBefore(fund.openedOn()) || command.paidOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        var most = Money.ofYuan(policy.number(FEE_MOST, LocalDate.now(clock)));
        if (!fund.kind().takesGifts() && command.amount().compareTo(most) > 0) {
            return new Outcome.NoFee(most);
        }
        return enter(office, fund, command);
    }

    /** What is bound to nothing else. */
    public Money available(Fund fund) {
        return sources.available(fund, PURPOSE);
    }

    private Outcome enter(Actor.Office office, Fund fund, Command command) {
        funds.hold(fund.id());
        var before =
                papers.entered(fund.id(), EntryKind.MANAGEMENT, command.paidOn(), command.document(), command.amount());
        if (before.isPresent()) {
            return new Outcome.EnteredBefore(before.get());
        }
        var shares = sources.choose(fund, PURPOSE, command.amount());
        var free = books.free(fund.id());
        if (shares.isEmpty()) {
            return new Outcome.TooLittle(sources.available(fund, PURPOSE));
        }
        if (free.compareTo(command.amount()) < 0) {
            return new Outcome.TooLittle(free);
        }
        var lines = new Posting.Lines()
                .money(AccountKind.MANAGEMENT_COST, AccountKind.BANK, command.amount())
                .use(AccountKind.AVAILABLE, AccountKind.SPENT, shares.get());
        var posting = new Posting(
                fund.id(),
                EntryKind.MANAGEMENT,
                "management:" + command.id().value(),
                command.paidOn(),
                fund.id(),
                null,
                command.title() + "（" + command.document() + "）",
                lines.list());
        audit.said("管理费用", command.amount().text() + " 元");
        return switch (ledger.post(office, posting)) {
            case Posted.Entered entered -> new Outcome.Recorded(fund.id(), entered.number());
            case Posted.Closed(var year) -> new Outcome.YearClosed(year);
            case Posted.Short ignored -> new Outcome.TooLittle(free);
            case Posted.Repeated ignored -> throw new IllegalStateException("a new cost was entered before");
        };
    }
}
