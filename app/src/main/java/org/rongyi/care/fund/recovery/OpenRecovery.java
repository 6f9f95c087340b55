package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出追回: what was paid on false grounds is to come back, with what was found and the document it rests on. He is told first and
 * may say something; nothing is owed before another one has decided it.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class OpenRecovery implements OfficeAct<OpenRecovery.Command, OpenRecovery.Outcome> {

    /** The record its documents hang on. */
    public static final String OWNER_KIND = "fund.recovery";

    static final String HEAR = "fund.recovery.hear.days";
    public static final String GROUNDS = "fund.recovery.ground";
    static final int LONGEST = 500;

    private final Funds funds;
    private final PaymentBatches batches;
    private final Grants grants;
    private final Payments payments;
    private final Recoveries recoveries;
    private final RecoveryNews news;
    private final DraftFiles drafts;
    private final Policy policy;
    private final WorkingDays days;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    OpenRecovery(
            Funds funds,
            PaymentBatches batches,
            Grants grants,
            Payments payments,
            Recoveries recoveries,
            RecoveryNews news,
            DraftFiles drafts,
            Policy policy,
            WorkingDays days,
            Secrets secrets,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.batches = batches;
        this.grants = grants;
        this.payments = payments;
        this.recoveries = recoveries;
        this.news = news;
        this.drafts = drafts;
        this.policy = policy;
        this.days = days;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param ground an entry of the list {@code fund.recovery.ground}
     * @param words what was found and on what it rests, as he reads it
     */
    public record Command(CommandId id, UUID grant, String ground, Money amount, String words)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Opened(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing of it was paid, or a part is still on its way. */
        record NotPaid() implements Outcome, Refused {}

        /** @param left what was paid and is not being recovered already */
        record MoreThanPaid(Money left) implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}

        /** One of this grant is open. */
        record AlreadyOpen() implements Outcome, Refused {}

        /** 不相容岗位: who granted it does not recover it. */
        record OwnDecision() implements Outcome, Refused {}

        record NoGround() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** No document is attached. */
        record NoPaper() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = grants.find(command.grant());
        var fund = found.flatMap(grant -> batches.ownFund(office, grant.fund()));
        if (found.isEmpty() || fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(fund.get().id());
        if (batches.hasEnded(fund.get().id())) {
            return new Outcome.FundEnded();
        }
        var grant = grants.lock(List.of(command.grant())).getFirst();
        return wrong(office, command, grant).orElseGet(() -> open(office, command, grant, fund.get()));
    }

    private Optional<Outcome> wrong(Actor.Office office, Command command, Grants.Grant grant) {
        if (grant.isGrantedBy(office)) {
            return Optional.of(new Outcome.OwnDecision());
        }
        if (policy.choices(GROUNDS, LocalDate.now(clock)).stream()
                .noneMatch(choice -> choice.code().equals(command.ground()))) {
            return Optional.of(new Outcome.NoGround());
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return Optional.of(new Outcome.NoReason());
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return Optional.of(new Outcome.LooksSecret(secret.get()));
        }
        return drafts.list(office, command.id()).isEmpty() ? Optional.of(new Outcome.NoPaper()) : Optional.empty();
    }

    private Outcome open(Actor.Office office, Command command, Grants.Grant grant, Fund fund) {
        var tries = payments.ofGrants(List.of(grant.id()));
        var before = recoveries.ofGrant(grant.id());
        if (before.stream().anyMatch(Recovery::isOpen)) {
            return new Outcome.AlreadyOpen();
        }
        var left = left(tries, before);
        if (left.total().fen() == 0
                || tries.stream().anyMatch(one -> one.state() == Payment.State.SENT)
                || grant.held()) {
            return new Outcome.NotPaid();
        }
        if (!command.amount().isPositive() || command.amount().compareTo(left.total()) > 0) {
            return new Outcome.MoreThanPaid(left.total());
        }
        var today = LocalDate.now(clock);
        var id = command.id().value();
        var until = lastDay(today, policy.number(HEAR, today));
        var number = recoveries.nextNumber(fund);
        recoveries.open(
                office,
                grant,
                new Recoveries.Wanted(
                        id,
                        number,
                        command.ground(),
                        left.first(command.amount()),
                        command.words().strip(),
                        until));
        var owner = new AttachmentOwner(OWNER_KIND, id, grant.code(), grant.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        news.told(office, recoveries.find(id).orElseThrow());
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.Opened(id);
    }

    /** Where next year's notice is not there yet, twice as many days: none is taken from him. */
    private LocalDate lastDay(LocalDate from, int many) {
        try {
            return days.calendar().workingDaysAfter(from, many);
        } catch (NoCalendar e) {
            return from.plusDays(2L * many);
        }
    }

    /** What was paid and is not to come back already, by source. */
    static Shares left(List<Payment> tries, List<Recovery> before) {
        var left = Shares.NONE;
        for (var one : tries) {
            var result = one.result();
            left = result == null ? left : left.plus(result.used());
        }
        for (var one : before) {
            left = one.state() == Recovery.State.DROPPED ? left : left.minus(one.shares());
        }
        return left;
    }
}
