package org.rongyi.care.fund.payee;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.payment.BankAccountCheck;
import org.rongyi.care.fund.payment.GrantNews;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 更正收款账号: enters the account anew, as the recipient shows it, for what the bank sent back or cannot take. In another's name only with
 * a paper; the recipient is told.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ProposePayee implements OfficeAct<ProposePayee.Command, ProposePayee.Outcome> {

    /** The record its paper hangs on. */
    public static final String OWNER_KIND = "fund.payee";

    private static final int LONGEST = 200;

    private final Grants grants;
    private final PayeeChanges changes;
    private final DraftFiles drafts;
    private final GrantNews news;
    private final Secrets secrets;
    private final AuditTrail audit;

    ProposePayee(
            Grants grants, PayeeChanges changes, DraftFiles drafts, GrantNews news, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.grants = grants;
        this.changes = changes;
        this.drafts = drafts;
        this.news = news;
    }

    /** @param words what was found: the card was changed, the name had a slip, all is as it was */
    public record Command(CommandId id, UUID grant, String payee, String bank, String account, String words)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** In a batch or with the bank, paid, or cancelled; or it simply waits, and can be paid as it is. */
        record NotNow(GrantState state) implements Outcome, Refused {}

        /** One that was entered waits to be checked. */
        record AlreadyProposed() implements Outcome, Refused {}

        record BadAccount(String why) implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** In another name: the paper that says he may receive it is not attached. */
        record NoPaper() implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = grants.lock(List.of(command.grant())).stream()
                .filter(grant -> !grant.inKind())
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var grant = found.get();
        if (!isOpenFor(grant)) {
            return new Outcome.NotNow(grant.state());
        }
        var entered = new PayeeChanges.Entered(
                command.payee().strip(),
                command.bank().strip(),
                BankAccountCheck.plain(command.account()),
                command.words().strip());
        var why = BankAccountCheck.objection(entered.payee(), entered.bank(), entered.account());
        if (why.isPresent()) {
            return new Outcome.BadAccount(why.get());
        }
        if (entered.words().isEmpty() || entered.words().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", entered.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        boolean another = !entered.payee().equals(grant.personName());
        if (another && drafts.list(office, command.id()).isEmpty()) {
            return new Outcome.NoPaper();
        }
        var id = changes.add(office, grant.id(), grant.code(), entered);
        var owner = new AttachmentOwner(OWNER_KIND, id, grant.code(), grant.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var refused)) {
            return new Outcome.NotKept(refused);
        }
        audit.said("更正收款账号", PayeeChanges.State.PROPOSED.zh());
        audit.unsaid("收款账号");
        news.redirected(grant);
        return new Outcome.Proposed(grant.id());
    }

    /** What the bank sent back, was held, or cannot be paid as it stands; what merely waits stays as it was decided. */
    public static boolean isOpenFor(Grants.Grant grant) {
        return grant.state() == GrantState.RETURNED
                || grant.state() == GrantState.WAITING
                        && BankAccountCheck.objection(
                                        grant.payee(),
                                        grant.bank() == null ? "" : grant.bank(),
                                        grant.account() == null ? "" : grant.account())
                                .isPresent();
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("payee_change_open")) {
            return new Outcome.AlreadyProposed();
        }
        return OfficeAct.super.lost(constraint);
    }
}
