package org.rongyi.care.fund.handout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记发放: goods were handed over, or cash where nothing can be paid to an account, before two people and against a signature; the
 * signed slip is kept with it. Not by who decided it (会计法 第 37 条).
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class HandOut implements OfficeAct<HandOut.Command, HandOut.Outcome> {

    /** The record the signed slip hangs on. */
    public static final String OWNER_KIND = "fund.payment";

    /** What is greeted with is handed over and signed for in a visit, which the list then knows of. */
    private static final String IN_VISITS = "FESTIVAL";

    private static final String TO_ACCOUNTS = "EMERGENCY";

    static final String CASH_MOST = "fund.cash.most";

    private static final int LONGEST = 200;

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final PaymentBooks books;
    private final DraftFiles drafts;
    private final Policy policy;
    private final Clock clock;
    private final Secrets secrets;
    private final AuditTrail audit;

    HandOut(
            Funds funds,
            PaymentBatches batches,
            Payments payments,
            Grants grants,
            PaymentBooks books,
            DraftFiles drafts,
            Policy policy,
            Clock clock,
            Secrets secrets,
            AuditTrail audit) {
        this.funds = funds;
        this.audit = audit;
        this.secrets = secrets;
        this.policy = policy;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.books = books;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * @param signedBy who signed for it: the recipient, or who receives for him
     * @param witness the second person who was there
     * @param whyCash why it was not paid to an account; blank for goods
     */
    public record Command(CommandId id, UUID grant, LocalDate on, String signedBy, String witness, String whyCash)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record HandedOut(UUID subject, String reference) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** In a batch or with the bank, handed out, cancelled; or somebody has to settle something first. */
        record NotWaiting(GrantState state) implements Outcome, Refused {}

        /** A greeting: it is handed over in a visit. */
        record GivenInVisits() implements Outcome, Refused {}

        /** 不相容岗位: who decided it does not hand it out. */
        record OwnDecision() implements Outcome, Refused {}

        /** Nobody signed, or nobody else was there. */
        record NameMissing() implements Outcome, Refused {}

        /** 应急救助 goes to his own account. */
        record NotInCash() implements Outcome, Refused {}

        /** @param most what one officer may hand out in cash */
        record LeaderOnly(Money most) implements Outcome, Refused {}

        /** Cash only with a reason. */
        record NoReason() implements Outcome, Refused {}

        /** The signed slip is not attached. */
        record NoPaper() implements Outcome, Refused {}

        record WrongDay() implements Outcome, Refused {}

        /** The account at the bank holds less. */
        record NotEnough(Money free) implements Outcome, Refused {}

        /** The file cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    /** Whether it is handed over while somebody is visited, and not here. */
    public static boolean isInVisits(Grants.Grant grant) {
        return grant.service().equals(IN_VISITS);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = grants.find(command.grant());
        var fund = found.flatMap(grant -> batches.ownFund(office, grant.fund()));
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(fund.get().id());
        var grant = grants.lock(List.of(command.grant())).getFirst();
        return objection(office, grant, command).orElseGet(() -> handOut(office, fund.get(), grant, command));
    }

    private Optional<Outcome> objection(Actor.Office office, Grants.Grant grant, Command command) {
        boolean waits = grant.state() == GrantState.WAITING || grant.state() == GrantState.RETURNED;
        if (!waits || grant.held()) {
            return Optional.of(new Outcome.NotWaiting(grant.state()));
        }
        if (isInVisits(grant)) {
            return Optional.of(new Outcome.GivenInVisits());
        }
        if (grant.isGrantedBy(office)) {
            return Optional.of(new Outcome.OwnDecision());
        }
        if (!isThreePeople(command.signedBy().strip(), command.witness().strip(), office.name())) {
            return Optional.of(new Outcome.NameMissing());
        }
        var cash = grant.inKind() ? Optional.<Outcome>empty() : cash(office, grant, command);
        if (cash.isPresent()) {
            return cash;
        }
        if (command.on().isAfter(LocalDate.now(clock)) || command.on().isBefore(grant.grantedOn())) {
            return Optional.of(new Outcome.WrongDay());
        }
        return drafts.list(office, command.id()).isEmpty() ? Optional.of(new Outcome.NoPaper()) : Optional.empty();
    }

    private static boolean isThreePeople(String signed, String seen, String gives) {
        return !signed.isEmpty()
                && !seen.isEmpty()
                && !signed.equals(seen)
                && !signed.equals(gives)
                && !seen.equals(gives);
    }

    /** 现金: with a reason, never for an emergency, and beyond a limit by a 负责人 who did not decide it. */
    private Optional<Outcome> cash(Actor.Office office, Grants.Grant grant, Command command) {
        if (grant.service().equals(TO_ACCOUNTS)) {
            return Optional.of(new Outcome.NotInCash());
        }
        if (command.whyCash().isBlank() || command.whyCash().length() > LONGEST) {
            return Optional.of(new Outcome.NoReason());
        }
        var secret = secrets.look("whyCash", command.whyCash());
        if (secret.isPresent()) {
            return Optional.of(new Outcome.LooksSecret(secret.get()));
        }
        var most = Money.ofYuan(policy.number(CASH_MOST, LocalDate.now(clock)));
        boolean much = grant.amount().compareTo(most) > 0;
        return much && office.role() != Role.LEADER ? Optional.of(new Outcome.LeaderOnly(most)) : Optional.empty();
    }

    private Outcome handOut(Actor.Office office, Fund fund, Grants.Grant grant, Command command) {
        var shares = grants.left(List.of(grant.id())).getOrDefault(grant.id(), Shares.NONE);
        var free = books.free(fund.id());
        if (!grant.inKind() && free.compareTo(shares.total()) < 0) {
            return new Outcome.NotEnough(free);
        }
        var payment = payment(fund, grant, shares, command);
        var at = OffsetDateTime.now(clock);
        var name = Batch.Hand.of(office, at).name();
        payments.addHanded(
                payment,
                new Payments.Handed(office.account(), name, command.witness().strip()),
                at);
        grants.move(List.of(grant.id()), GrantState.PAID);
        audit.said("当面发放", payment.reference() + "，" + payment.amount().text() + " 元");
        books.handedOut(office, payment, command.on());
        var owner = new AttachmentOwner(OWNER_KIND, payment.id(), grant.code(), grant.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        return new Outcome.HandedOut(grant.id(), payment.reference());
    }

    private Payment payment(Fund fund, Grants.Grant grant, Shares shares, Command command) {
        var start = "FF%s-%d-".formatted(fund.number(), LocalDate.now(clock).getYear());
        return new Payment(
                Ids.next(),
                fund.id(),
                null,
                start + "%05d".formatted(payments.countHanded(fund.id(), start) + 1),
                grant.id(),
                grant.inKind() ? Payment.Way.GOODS : Payment.Way.CASH,
                grant.code(),
                Payment.State.PAID,
                shares,
                command.signedBy().strip(),
                null,
                new Payment.Result(
                        shares.total(),
                        shares,
                        Money.ZERO,
                        command.on(),
                        command.whyCash().strip()));
    }
}
