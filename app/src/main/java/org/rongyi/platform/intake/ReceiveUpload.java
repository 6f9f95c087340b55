package org.rongyi.platform.intake;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 上传导入文件: keeps the file as a batch, to be checked by the program. What may be imported is decided by its kind. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
public class ReceiveUpload implements Act<ReceiveUpload.Command, ReceiveUpload.Outcome> {

    private final Batches batches;
    private final Importers importers;
    private final AuditTrail audit;

    ReceiveUpload(Batches batches, Importers importers, AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
        this.importers = importers;
    }

    /**
     * @param digest names the content
     * @param pieces of the kept file, in order
     * @param titles the header of the upload
     * @param ignored titles no template has
     */
    public record Command(
            CommandId id,
            String kind,
            String fileName,
            String digest,
            List<String> pieces,
            List<String> titles,
            List<String> ignored)
            implements Act.Command {

        public Command {
            pieces = List.copyOf(pieces);
            titles = List.copyOf(titles);
            ignored = List.copyOf(ignored);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Received(UUID subject) implements Outcome, Done {}

        /** No such kind, or not for this post. */
        record UnknownKind() implements Outcome, Refused {}

        /** The unit serves nobody yet: nothing of its list could be imported. */
        record NoTerritory() implements Outcome, Refused {}

        /** The unit uploaded this very file before. */
        record SameFile(UUID batch) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office office)
                || importers.find(command.kind(), actor).isEmpty()) {
            return new Outcome.UnknownKind();
        }
        if (office.scope().isEmpty()) {
            return new Outcome.NoTerritory();
        }
        var id = Ids.next();
        if (batches.add(id, office, command)) {
            audit.said("导入文件", "摘要 " + command.digest());
            audit.said("状态", BatchState.UPLOADED.zh());
            return new Outcome.Received(id);
        }
        return new Outcome.SameFile(batches.findSame(office, command.kind(), command.digest())
                .orElseThrow(() -> new IllegalStateException("only the same file keeps a batch out")));
    }
}
