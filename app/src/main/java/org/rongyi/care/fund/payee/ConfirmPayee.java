package org.rongyi.care.fund.payee;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.payment.BankAccountCheck;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 核对收款账号: by another than who entered it, who types the number from the paper once more. When it agrees the money waits to be
 * paid again; when it does not, the account is entered anew.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ConfirmPayee implements OfficeAct<ConfirmPayee.Command, ConfirmPayee.Outcome> {

    private static final int LONGEST = 200;

    private final Grants grants;
    private final PayeeChanges changes;
    private final Secrets secrets;
    private final AuditTrail audit;

    ConfirmPayee(Grants grants, PayeeChanges changes, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.grants = grants;
        this.changes = changes;
        this.secrets = secrets;
    }

    /**
     * @param account the number as he types it; not asked for when it is declined
     * @param declines why it does not agree; blank when it does
     */
    public record Command(CommandId id, UUID change, String account, String declines) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Confirmed(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who entered it does not check it. */
        record OwnCorrection() implements Outcome, Refused {}

        /** He typed another number than was entered, or none; or what was entered is no longer what stands there. */
        record OtherNumber() implements Outcome, Refused {}

        /** Too much is said of why it does not agree. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = changes.find(command.change());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var change = found.get();
        if (change.isFrom(office)) {
            return new Outcome.OwnCorrection();
        }
        var words = command.declines().strip();
        if (words.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("declines", words);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        grants.lock(List.of(change.grant()));
        if (words.isEmpty() && !agrees(BankAccountCheck.plain(command.account()), change.account())) {
            return new Outcome.OtherNumber();
        }
        var state = words.isEmpty() ? PayeeChanges.State.CONFIRMED : PayeeChanges.State.DECLINED;
        audit.changed("更正收款账号", PayeeChanges.State.PROPOSED.zh(), state.zh());
        if (!changes.decide(office, change.id(), state, words)) {
            return new Outcome.AlreadyAnswered();
        }
        if (state == PayeeChanges.State.DECLINED) {
            return new Outcome.Declined(change.grant());
        }
        grants.direct(change.grant(), change.payee(), change.bank(), change.account());
        return new Outcome.Confirmed(change.grant());
    }

    /** An account that is not what was entered reads as none: typing nothing does not agree with it. */
    private static boolean agrees(String typed, String entered) {
        return !typed.isEmpty() && typed.equals(entered);
    }
}
