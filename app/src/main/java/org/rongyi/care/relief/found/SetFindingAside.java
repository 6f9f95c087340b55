package org.rongyi.care.relief.found;

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

/** 政策找人，不申请: somebody looked into what was found and writes down why nothing is asked for; the same cause is not shown again. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class SetFindingAside implements OfficeAct<SetFindingAside.Command, SetFindingAside.Outcome> {

    private static final int LONGEST = 200;

    private final Findings findings;
    private final Secrets secrets;
    private final AuditTrail audit;

    SetFindingAside(Findings findings, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.findings = findings;
        this.secrets = secrets;
    }

    /** @param found the need by which he was found, or the person himself whose household somebody died of */
    public record Command(CommandId id, UUID found, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record SetAside(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** It was taken up, answered or put aside before, or never was one. */
        record NotFinding() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (!findings.isThere(command.found())) {
            return new Outcome.NotFound();
        }
        var finding = findings.find(command.found());
        if (finding.isEmpty()) {
            return new Outcome.NotFinding();
        }
        var reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.changed("政策找人的提示", "待看", "看过，不申请");
        return findings.setAside(finding.get(), reason, office)
                ? new Outcome.SetAside(command.found())
                : new Outcome.NotFinding();
    }
}
