package org.rongyi.career.reception;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 撤回移交接收的登记: it was recorded wrongly, and nothing has come of it yet; then it is recorded anew. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class WithdrawReception implements OfficeAct<WithdrawReception.Command, WithdrawReception.Outcome> {

    private final Receptions receptions;
    private final Secrets secrets;
    private final AuditTrail audit;

    WithdrawReception(Receptions receptions, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID reception, String why) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** He has reported, his file was checked, he was scored, or it is over. */
        record InUse() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.why().isBlank() || command.why().length() > ReceivePerson.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("withdrawal", command.why());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.changed("移交接收", found.get().state().zh(), "已撤回");
        return receptions.withdraw(command.reception(), command.why(), office)
                ? new Outcome.Withdrawn(command.reception())
                : new Outcome.InUse();
    }
}
