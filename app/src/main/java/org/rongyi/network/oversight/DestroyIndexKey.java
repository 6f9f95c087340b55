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
import org.rongyi.platform.vault.Reindexing;
import org.springframework.stereotype.Service;

/** 销毁旧的查找密钥: for ever. Whoever holds an old copy of the database cannot try numbers on it any more, even with this key file. */
@Service
@Allow(roles = Role.SECURITY_ADMIN, levels = Level.PROVINCE)
public class DestroyIndexKey implements OfficeAct<DestroyIndexKey.Command, DestroyIndexKey.Outcome> {

    private final KeyRing keys;
    private final Reindexing reindexing;
    private final AuditTrail audit;

    DestroyIndexKey(KeyRing keys, Reindexing reindexing, AuditTrail audit) {
        this.audit = audit;
        this.keys = keys;
        this.reindexing = reindexing;
    }

    public record Command(CommandId id, int version, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Destroyed(UUID subject, int version) implements Outcome, Done {}

        /** There is no such key, or it was destroyed. */
        record NotFound() implements Outcome, Refused {}

        record KeyInUse() implements Outcome, Refused {}

        /** Two keys are in use. */
        record StillReindexing() implements Outcome, Refused {}

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
        var life = keys.indexLives().stream()
                .filter(one -> one.version() == command.version() && one.destroyedAt() == null)
                .findFirst();
        if (life.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!reindexing.isComplete()) {
            return new Outcome.StillReindexing();
        }
        if (command.version() == reindexing.change().version()) {
            return new Outcome.KeyInUse();
        }
        keys.destroyIndex(command.version(), office.account(), command.reason());
        audit.explain(new Detail(
                command.reason(), List.of(new Detail.Change("查找密钥第 " + command.version() + " 版", "不再使用", "已销毁"))));
        return new Outcome.Destroyed(life.get().id(), command.version());
    }
}
