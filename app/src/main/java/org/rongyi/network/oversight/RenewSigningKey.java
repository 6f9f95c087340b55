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
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 更换签名密钥: from now on a fresh key signs the trail, papers and backups; what the earlier ones signed still verifies. */
@Service
@Allow(roles = Role.SECURITY_ADMIN, levels = Level.PROVINCE)
public class RenewSigningKey implements Act<RenewSigningKey.Command, RenewSigningKey.Outcome> {

    private final SigningChanges keys;
    private final AuditTrail audit;
    private final Secrets secrets;

    RenewSigningKey(SigningChanges keys, AuditTrail audit, Secrets secrets) {
        this.keys = keys;
        this.audit = audit;
        this.secrets = secrets;
    }

    public record Command(CommandId id, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param after the last batch the key before has signed */
        record Renewed(UUID subject, String key, long after) implements Outcome, Done {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}

        /** Another program changed the key, and its file is not here yet. */
        record NewestKeyElsewhere() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        return keys.renew(command.reason()).map(this::renewed).orElseGet(Outcome.NewestKeyElsewhere::new);
    }

    private Outcome renewed(SigningChanges.Change change) {
        var from = "（第 " + (change.after() + 1) + " 批起）";
        audit.explain(new Detail(
                change.reason(), List.of(new Detail.Change("签名密钥", change.replaced(), change.key() + from))));
        return new Outcome.Renewed(change.id(), change.key(), change.after());
    }
}
