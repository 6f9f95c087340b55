package org.rongyi.network.oversight;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Resealing;
import org.springframework.stereotype.Service;

/** 更换密钥: from now on values are sealed with a fresh key; what the earlier ones sealed is sealed anew beside the work. */
@Service
@Allow(roles = Role.SECURITY_ADMIN, levels = Level.PROVINCE)
public class RenewKey implements OfficeAct<RenewKey.Command, RenewKey.Outcome> {

    private final KeyRing keys;
    private final Resealing resealing;
    private final AuditTrail audit;
    private final Secrets secrets;

    RenewKey(KeyRing keys, Resealing resealing, AuditTrail audit, Secrets secrets) {
        this.audit = audit;
        this.secrets = secrets;
        this.keys = keys;
        this.resealing = resealing;
    }

    public record Command(CommandId id, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Renewed(UUID subject, int version) implements Outcome, Done {}

        /** The last change is not through: a value would have to wait for two keys. */
        record StillResealing() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}

        /** Another program changed keys, and its file is not here yet. */
        record NewestKeyElsewhere() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        keys.lock();
        if (keys.isBehind()) {
            return new Outcome.NewestKeyElsewhere();
        }
        if (keys.current() > 1 && !resealing.isComplete()) {
            return new Outcome.StillResealing();
        }
        int before = keys.current();
        var life = keys.renew(office.account(), command.reason());
        audit.explain(new Detail(
                command.reason(),
                List.of(new Detail.Change("密钥", "第 " + before + " 版", "第 " + life.version() + " 版"))));
        return new Outcome.Renewed(life.id(), life.version());
    }
}
