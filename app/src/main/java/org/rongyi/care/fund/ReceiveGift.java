package org.rongyi.care.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记捐赠: enters a gift as the charity received it, with the number of the charity's own receipt (公益事业捐赠法 第 16 条; 慈善法
 * 第 38 条). No money is taken here.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReceiveGift implements OfficeAct<ReceiveGift.Command, ReceiveGift.Outcome> {

    private final Funds funds;
    private final Lots lots;
    private final Gifts gifts;
    private final Raising plans;
    private final Ledger ledger;
    private final Clock clock;
    private final Secrets secrets;
    private final AuditTrail audit;

    ReceiveGift(
            Funds funds,
            Lots lots,
            Gifts gifts,
            Raising plans,
            Ledger ledger,
            Clock clock,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.funds = funds;
        this.lots = lots;
        this.gifts = gifts;
        this.plans = plans;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Who gave.
     *
     * @param name none exactly when anonymous
     * @param creditCode of an organisation, when it is known
     */
    public record Giver(
            Gift.Donor kind,
            @Nullable String name,
            boolean namePublic,
            @Nullable String phone,
            @Nullable String creditCode) {}

    /**
     * @param goods none for money
     * @param plan 募捐方案 it came by; none where it was not asked for in public
     */
    public record Command(
            CommandId id,
            UUID fund,
            Giver giver,
            String receipt,
            @Nullable String goods,
            Money amount,
            String wish,
            Lot.Terms terms,
            LocalDate receivedOn,
            @Nullable UUID plan)
            implements OfficeAct.Command {

        /** A gift nobody was asked for in public. */
        public Command(
                CommandId id,
                UUID fund,
                Giver giver,
                String receipt,
                @Nullable String goods,
                Money amount,
                String wish,
                Lot.Terms terms,
                LocalDate receivedOn) {
            this(id, fund, giver, receipt, goods, amount, wish, terms, receivedOn, null);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Received(UUID subject, String number) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** The fund has no charity behind it. */
        record TakesNoGifts() implements Outcome, Refused {}

        record NoAmount() implements Outcome, Refused {}

        /** A name where there is none to be, or none where there is. */
        record NameOrNone() implements Outcome, Refused {}

        record BadCreditCode() implements Outcome, Refused {}

        record WrongDay() implements Outcome, Refused {}

        /** The fund does not reach the place the gift is bound to. */
        record PlaceNotReached() implements Outcome, Refused {}

        /** The fund is for something else: nothing could ever be paid from it (0043). */
        record PurposeNotOfFund() implements Outcome, Refused {}

        /** 募捐方案: not this fund's, or not running on that day. */
        record NotOfThisPlan() implements Outcome, Refused {}

        /** The receipt of another gift that stands. */
        record ReceiptTaken() implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}

        /** What it is for, and what is given, are public. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = funds.find(command.fund())
                .filter(found -> found.unit().equals(office.unit()) && found.closedOn() == null);
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        var objection = objection(fund.get(), command);
        return objection != null ? objection : receive(office, fund.get(), command);
    }

    private @Nullable Outcome objection(Fund fund, Command command) {
        var giver = command.giver();
        if (!fund.kind().takesGifts()) {
            return new Outcome.TakesNoGifts();
        }
        if (!command.amount().isPositive()) {
            return new Outcome.NoAmount();
        }
        var secret = secrets.look("wish", command.wish())
                .or(() -> Optional.ofNullable(command.goods()).flatMap(goods -> secrets.look("goods", goods)));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if ((giver.kind() == Gift.Donor.ANONYMOUS) != (giver.name() == null)) {
            return new Outcome.NameOrNone();
        }
        if (giver.creditCode() != null && !CreditCode.isValid(giver.creditCode())) {
            return new Outcome.BadCreditCode();
        }
        if (command.receivedOn().isBefore(fund.openedOn())
                || command.receivedOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        var place = command.terms().place();
        if (place != null && !fund.code().contains(place)) {
            return new Outcome.PlaceNotReached();
        }
        return command.terms().suit(fund.kind()) ? null : new Outcome.PurposeNotOfFund();
    }

    private boolean hasEnded(Fund fund) {
        return funds.find(fund.id()).filter(one -> one.closedOn() == null).isEmpty();
    }

    private Outcome receive(Actor.Office office, Fund fund, Command command) {
        var id = Ids.next();
        funds.hold(fund.id());
        // whoever held the lock may have ended the fund, or changed the plan's last day
        if (hasEnded(fund)) {
            return new Outcome.NotFound();
        }
        if (command.plan() != null && !plans.raisedOn(command.plan(), command.fund(), command.receivedOn())) {
            return new Outcome.NotOfThisPlan();
        }
        if (gifts.isTaken(fund.id(), command.receipt())) {
            return new Outcome.ReceiptTaken();
        }
        int year = command.receivedOn().getYear();
        var number = "JZ%s-%d-%04d".formatted(fund.number(), year, gifts.count(fund.id(), year) + 1);
        var gift = new Gift(
                id,
                fund.id(),
                number,
                command.receipt(),
                command.giver().kind(),
                command.giver().name(),
                command.giver().namePublic(),
                command.goods(),
                command.amount(),
                command.wish(),
                command.receivedOn(),
                command.plan());
        audit.said("捐赠", number);
        audit.said("金额", command.amount().text() + " 元");
        boolean inKind = command.goods() != null;
        lots.add(
                Lot.empty(id, fund.id(), Lot.Source.GIFT, number, command.terms(), inKind, command.receivedOn()),
                command.receipt());
        gifts.add(gift, fund.code(), command.giver().phone(), command.giver().creditCode());
        return switch (ledger.post(office, posting(gift))) {
            case Posted.Entered ignored -> new Outcome.Received(id, number);
            case Posted.Closed(var closed) -> new Outcome.YearClosed(closed);
            case Posted.Short ignored -> throw new IllegalStateException("a gift takes from nobody");
            case Posted.Repeated ignored -> throw new IllegalStateException("a new gift was entered before");
        };
    }

    private static Posting posting(Gift gift) {
        var held = gift.goods() == null ? AccountKind.BANK : AccountKind.GOODS;
        var lines = new Posting.Lines()
                .money(held, AccountKind.GIFT_INCOME, gift.amount())
                .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(gift.id(), gift.amount())))
                .list();
        var words = "捐赠 " + gift.number() + "，票据 " + gift.receipt() + (gift.goods() == null ? "" : "，" + gift.goods());
        return new Posting(
                gift.fund(), EntryKind.GIFT, "gift:" + gift.id(), gift.receivedOn(), gift.id(), null, words, lines);
    }
}
