package org.rongyi.care.fund.purpose;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.purpose.PurposeChange.Basis;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出变更用途: what is left of a bound gift is to serve something else, on the paper its giver signed; of a plan's money on the
 * number of the changed filing; of an anonymous gift whose day is over on the charity's decision for something alike (慈善法 第
 * 56、58 条). Another one confirms it; until then nothing is entered.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposePurpose implements OfficeAct<ProposePurpose.Command, ProposePurpose.Outcome> {

    /** The record the signed paper hangs on. */
    public static final String OWNER_KIND = "fund.purpose";

    private final Funds funds;
    private final Lots lots;
    private final Gifts gifts;
    private final PurposeChanges changes;
    private final DraftFiles drafts;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ProposePurpose(
            Funds funds,
            Lots lots,
            Gifts gifts,
            PurposeChanges changes,
            DraftFiles drafts,
            Secrets secrets,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.lots = lots;
        this.gifts = gifts;
        this.changes = changes;
        this.drafts = drafts;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param lot the source it is taken from: of the gift, or of an earlier change of it
     * @param paper who signed, or the number of what the law asks for instead
     * @param wish what it is for from now on, as it was agreed
     */
    public record Command(
            CommandId id, UUID lot, Money amount, Lot.Terms terms, String wish, String paper, LocalDate agreedOn)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the change, by its own id */
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, no gift's, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Its giver bound it to nothing: there is nothing to change. */
        record Unbound() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        record NoAmount() implements Outcome, Refused {}

        /** Part of it is promised or spent. */
        record MoreThanLeft(Money left) implements Outcome, Refused {}

        record SameTerms() implements Outcome, Refused {}

        record PlaceNotReached() implements Outcome, Refused {}

        /** The fund is for something else: nothing could ever be paid from it (0043). */
        record PurposeNotOfFund() implements Outcome, Refused {}

        /** Its new last day is over already. */
        record DayIsOver() implements Outcome, Refused {}

        /** Of an anonymous gift that its fund can pay, before its last day, or to another purpose: nobody can consent. */
        record NobodyToAsk() implements Outcome, Refused {}

        /** In the future, or before the gift. */
        record WrongDay() implements Outcome, Refused {}

        /** Who signed, or the number, is not written down. */
        record NotSigned(Basis basis) implements Outcome, Refused {}

        record NoPaper() implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}

        /** What it is for from now on is public. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    private record Subject(Fund fund, Gift gift, Lot lot) {}

    /** What a change of this gift takes. */
    public static Basis basis(Gift gift) {
        if (gift.plan() != null) {
            return Basis.FILING;
        }
        return gift.donor() == Gift.Donor.ANONYMOUS ? Basis.REMAINDER : Basis.CONSENT;
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = lots.find(command.lot());
        var fund = found.flatMap(lot -> funds.find(lot.fund()))
                .filter(one -> one.unit().equals(office.unit()));
        var gift = changes.giftOf(command.lot()).flatMap(gifts::find);
        if (fund.isEmpty() || gift.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(fund.get().id());
        var subject =
                new Subject(fund.get(), gift.get(), lots.find(command.lot()).orElseThrow());
        var objection = objection(subject, command);
        if (objection == null) {
            objection = paperObjection(office, subject, command);
        }
        return objection != null ? objection : propose(office, subject, command);
    }

    private @Nullable Outcome objection(Subject subject, Command command) {
        var lot = subject.lot();
        var terms = command.terms();
        if (lot.terms().bonds() == 0) {
            return new Outcome.Unbound();
        }
        if (changes.ofGift(subject.gift().id()).stream()
                .anyMatch(one -> one.lot().equals(lot.id()) && one.state() == PurposeChange.State.PROPOSED)) {
            return new Outcome.AlreadyProposed();
        }
        if (!command.amount().isPositive()) {
            return new Outcome.NoAmount();
        }
        if (command.amount().compareTo(lot.standing().available()) > 0) {
            return new Outcome.MoreThanLeft(lot.standing().available());
        }
        if (terms.equals(lot.terms())) {
            return new Outcome.SameTerms();
        }
        if (terms.place() != null && !subject.fund().code().contains(terms.place())) {
            return new Outcome.PlaceNotReached();
        }
        if (!terms.suit(subject.fund().kind())) {
            return new Outcome.PurposeNotOfFund();
        }
        var today = LocalDate.now(clock);
        return terms.until() != null && terms.until().isBefore(today) ? new Outcome.DayIsOver() : null;
    }

    private @Nullable Outcome paperObjection(Actor.Office office, Subject subject, Command command) {
        var today = LocalDate.now(clock);
        var basis = basis(subject.gift());
        var bound = subject.lot().terms();
        if (basis == Basis.REMAINDER
                && !isLeftOver(bound, command.terms(), subject.fund().kind(), today)) {
            return new Outcome.NobodyToAsk();
        }
        if (command.paper().isBlank() || command.wish().isBlank()) {
            return new Outcome.NotSigned(basis);
        }
        var secret = secrets.look("wish", command.wish());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (command.agreedOn().isAfter(today)
                || command.agreedOn().isBefore(subject.gift().receivedOn())) {
            return new Outcome.WrongDay();
        }
        return drafts.list(office, command.id()).isEmpty() ? new Outcome.NoPaper() : null;
    }

    /**
     * Whether it may serve something else though nobody can be asked: for the same purpose when its day is over; at once when its fund
     * can never pay for what it was bound to, before that was asked (0043).
     */
    static boolean isLeftOver(Lot.Terms bound, Lot.Terms wished, FundKind kind, LocalDate today) {
        boolean alike = bound.purpose() == null || bound.purpose().equals(wished.purpose());
        boolean over = bound.until() != null && bound.until().isBefore(today);
        return !bound.suit(kind) || alike && over;
    }

    private Outcome propose(Actor.Office office, Subject subject, Command command) {
        var id = Ids.next();
        changes.add(
                new PurposeChange(
                        id,
                        subject.fund().id(),
                        subject.gift().id(),
                        subject.lot().id(),
                        new PurposeChange.Agreement(
                                basis(subject.gift()), command.paper().strip(), command.agreedOn()),
                        command.amount(),
                        command.terms(),
                        command.wish().strip(),
                        PurposeChange.State.PROPOSED,
                        office.account(),
                        office.actingFor(),
                        office.name() + "（" + office.unitName() + "）",
                        OffsetDateTime.now(clock),
                        null,
                        null),
                subject.fund());
        var owner = new AttachmentOwner(OWNER_KIND, id, subject.fund().code(), null);
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        audit.explain(new Detail(command.wish(), List.of()));
        return new Outcome.Proposed(id);
    }
}
