package org.rongyi.network.oversight;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.SigningChanges;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 更换签名密钥: from now on a fresh key signs the trail, papers and backups; what the earlier ones signed still verifies. */
@Service
@Allow(roles = Role.SECURITY_ADMIN, levels = Level.PROVINCE)
public class RenewSigningKey implements Act<RenewSigningKey.Command, RenewSigningKey.Outcome> {

    private final SigningChanges keys;
    private final AuditTrail audit;

    RenewSigningKey(SigningChanges keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    public record Command(CommandId id, String reason) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        /** @param after the last batch the key before has signed */
        record Renewed(UUID subject, String key, long after) implements Outcome, Done {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var change = keys.renew(command.reason());
        var from = "（第 " + (change.after() + 1) + " 批起）";
        audit.explain(new Detail(
                command.reason(), List.of(new Detail.Change("签名密钥", change.replaced(), change.key() + from))));
        return new Outcome.Renewed(change.id(), change.key(), change.after());
    }
}
