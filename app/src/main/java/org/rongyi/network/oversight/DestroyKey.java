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
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Resealing;
import org.springframework.stereotype.Service;

/** 销毁旧密钥: for ever. What it sealed in old copies of the database cannot be opened any more, which is what it is for. */
@Service
@Allow(roles = Role.SECURITY_ADMIN, levels = Level.PROVINCE)
public class DestroyKey implements OfficeAct<DestroyKey.Command, DestroyKey.Outcome> {

    private final KeyRing keys;
    private final Resealing resealing;
    private final AuditTrail audit;

    DestroyKey(KeyRing keys, Resealing resealing, AuditTrail audit) {
        this.audit = audit;
        this.keys = keys;
        this.resealing = resealing;
    }

    public record Command(CommandId id, int version, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Destroyed(UUID subject, int version) implements Outcome, Done {}

        /** There is no such key, or it was destroyed. */
        record NotFound() implements Outcome, Refused {}

        record KeyInUse() implements Outcome, Refused {}

        /** Something may still lie under it. */
        record StillResealing() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** Another program changed keys, and its file is not here yet. */
        record NewestKeyElsewhere() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        keys.lock();
        if (keys.isBehind()) {
            return new Outcome.NewestKeyElsewhere();
        }
        var life = keys.lives().stream()
                .filter(one -> one.version() == command.version() && one.destroyedAt() == null)
                .findFirst();
        if (life.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.version() == keys.current()) {
            return new Outcome.KeyInUse();
        }
        if (!resealing.isComplete()) {
            return new Outcome.StillResealing();
        }
        keys.destroy(command.version(), office.account(), command.reason());
        audit.explain(new Detail(
                command.reason(), List.of(new Detail.Change("密钥第 " + command.version() + " 版", "不再使用", "已销毁"))));
        return new Outcome.Destroyed(life.get().id(), command.version());
    }
}
