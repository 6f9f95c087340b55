package org.rongyi.care.relief;

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

/** 撤销登记的不予援助情形, with the reason: the document was not his, or was repealed. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN})
public class WithdrawBar implements OfficeAct<WithdrawBar.Command, WithdrawBar.Outcome> {

    private static final int LONGEST = 200;

    private final Bars bars;
    private final Secrets secrets;
    private final AuditTrail audit;

    WithdrawBar(Bars bars, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.bars = bars;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID bar, String why) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, withdrawn already, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.why().isBlank() || command.why().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.changed("不予援助的情形", "有效", "已撤销");
        return bars.withdraw(command.bar(), command.why(), office)
                ? new Outcome.Withdrawn(command.bar())
                : new Outcome.NotFound();
    }
}
