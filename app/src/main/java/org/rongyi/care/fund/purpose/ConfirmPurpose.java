package org.rongyi.care.fund.purpose;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 核定变更用途: by a 负责人 who did not propose it. The part moves from its source to a new one, which is bound as agreed; the old
 * source stays as it was, so both parts can be followed.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmPurpose implements OfficeAct<ConfirmPurpose.Command, ConfirmPurpose.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final Lots lots;
    private final Gifts gifts;
    private final PurposeChanges changes;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Clock clock;
    private final Secrets secrets;

    ConfirmPurpose(
            Funds funds,
            Lots lots,
            Gifts gifts,
            PurposeChanges changes,
            Ledger ledger,
            AuditTrail audit,
            Clock clock,
            Secrets secrets) {
        this.secrets = secrets;
        this.funds = funds;
        this.lots = lots;
        this.gifts = gifts;
        this.changes = changes;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param agrees false sends it back, or takes back one's own
     * @param words why not; required then
     */
    public record Command(CommandId id, UUID change, boolean agrees, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Changed(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** By who proposed it. */
        record TakenBack(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not confirm it. */
        record OwnProposal() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** Some of it was promised since it was proposed. */
        record MoreThanLeft(Money left) implements Outcome, Refused {}

        /** Proposed before it was asked what the fund is for (0043): nothing could ever be paid from it. */
        record PurposeNotOfFund() implements Outcome, Refused {}

        record YearClosed(int year) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = changes.find(command.change())
                .filter(change -> funds.find(change.fund())
                        .filter(fund -> fund.unit().equals(office.unit()))
                        .isPresent());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(found.get().fund());
        var change = changes.find(command.change()).orElseThrow();
        if (change.state() != PurposeChange.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (!command.agrees()) {
            return decline(office, change, command.words());
        }
        return change.isFrom(office) ? new Outcome.OwnProposal() : confirm(office, change);
    }

    private Outcome decline(Actor.Office office, PurposeChange change, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", words);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        changes.decide(office, change.id(), PurposeChange.State.DECLINED, words.strip());
        audit.explain(new Detail(words, List.of()));
        return change.isFrom(office) ? new Outcome.TakenBack(change.id()) : new Outcome.Declined(change.id());
    }

    private Outcome confirm(Actor.Office office, PurposeChange change) {
        var old = lots.find(change.lot()).orElseThrow();
        if (change.amount().compareTo(old.standing().available()) > 0) {
            return new Outcome.MoreThanLeft(old.standing().available());
        }
        if (!change.terms().suit(funds.find(change.fund()).orElseThrow().kind())) {
            return new Outcome.PurposeNotOfFund();
        }
        var number = gifts.find(change.gift()).orElseThrow().number();
        long before = changes.ofGift(change.gift()).stream()
                .filter(one -> one.state() == PurposeChange.State.CONFIRMED)
                .count();
        var title = number + "（变更 " + (before + 1) + "）";
        changes.decide(office, change.id(), PurposeChange.State.CONFIRMED, "");
        lots.add(
                Lot.empty(
                        change.id(),
                        change.fund(),
                        Lot.Source.GIFT,
                        title,
                        change.terms(),
                        old.inKind(),
                        old.receivedOn()),
                change.agreement().paper());
        return switch (ledger.post(office, posting(change, number))) {
            case Posted.Entered ignored -> new Outcome.Changed(change.id());
            case Posted.Closed(var year) -> new Outcome.YearClosed(year);
            case Posted.Short ignored -> throw new IllegalStateException("what moves is neither more nor less");
            case Posted.Repeated ignored -> throw new IllegalStateException("a new source was entered before");
        };
    }

    /** What the new source received the old one has no more. */
    private Posting posting(PurposeChange change, String number) {
        var lines = new Posting.Lines()
                .use(AccountKind.AVAILABLE, AccountKind.RECEIVED, List.of(new Share(change.lot(), change.amount())))
                .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(change.id(), change.amount())))
                .list();
        var words = "变更用途，捐赠 " + number + "，" + change.agreement().basis().zh();
        return new Posting(
                change.fund(),
                EntryKind.REPURPOSED,
                "repurpose:" + change.id(),
                LocalDate.now(clock),
                change.id(),
                null,
                words,
                lines);
    }
}
