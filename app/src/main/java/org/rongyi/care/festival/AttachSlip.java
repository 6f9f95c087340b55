package org.rongyi.care.festival;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 附上签收单: the signed paper of who went without a phone, scanned afterwards and kept with what was handed over. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class AttachSlip implements OfficeAct<AttachSlip.Command, AttachSlip.Outcome> {

    /** The record a signed slip hangs on. */
    public static final String OWNER_KIND = "festival.line";

    private final Lines lines;
    private final DraftFiles drafts;
    private final AuditTrail audit;

    AttachSlip(Lines lines, DraftFiles drafts, AuditTrail audit) {
        this.audit = audit;
        this.lines = lines;
        this.drafts = drafts;
    }

    /** The files are those kept for the form of this id. */
    public record Command(CommandId id, UUID line) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Attached(UUID subject) implements Outcome, Done {}

        /** Absent, or another place answers for him. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing was handed over: the visit is recorded first. */
        record NotGreeted() implements Outcome, Refused {}

        record NoPaper() implements Outcome, Refused {}

        /** The file cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var line = lines.lock(command.line());
        if (line.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (line.get().state() != Line.State.GIVEN) {
            return new Outcome.NotGreeted();
        }
        if (drafts.list(office, command.id()).isEmpty()) {
            return new Outcome.NoPaper();
        }
        var owner = new AttachmentOwner(
                OWNER_KIND, line.get().id(), line.get().code(), line.get().person());
        audit.said("签收单", "已附上");
        return drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)
                ? new Outcome.NotKept(why)
                : new Outcome.Attached(line.get().id());
    }
}
