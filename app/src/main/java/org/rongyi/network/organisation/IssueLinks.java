package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.intake.Batches;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 发启用链接: decides, and leaves the trace, that everybody of an imported list who has not set a password gets a new link.
 * The links are made after the act and stand nowhere but in the file that is handed out; earlier ones end.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class IssueLinks implements Act<IssueLinks.Command, IssueLinks.Outcome> {

    private final Batches batches;
    private final StaffImport list;
    private final ImportedStaff imported;
    private final AuditTrail audit;

    IssueLinks(Batches batches, StaffImport list, ImportedStaff imported, AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
        this.list = list;
        this.imported = imported;
    }

    public record Command(CommandId id, UUID batch) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Granted(UUID subject) implements Outcome, Done {}

        /** Absent, of another unit, or no list of staff. */
        record NotFound() implements Outcome, Refused {}

        record NobodyWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var batch =
                batches.find(actor, command.batch()).filter(one -> one.kind().equals(list.kind()));
        if (batch.isEmpty()) {
            return new Outcome.NotFound();
        }
        int waiting = imported.count(actor, command.batch());
        audit.said("启用链接", waiting + " 个");
        return waiting == 0 ? new Outcome.NobodyWaits() : new Outcome.Granted(command.batch());
    }
}
