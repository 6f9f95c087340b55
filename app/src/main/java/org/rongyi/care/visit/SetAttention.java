package org.rongyi.care.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/** 确定联系类别: makes somebody a 重点联系对象 on a ground of the list, or an ordinary one again. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class SetAttention implements OfficeAct<SetAttention.Command, SetAttention.Outcome> {

    private final Contacts contacts;
    private final AttentionHistory history;
    private final AuditTrail audit;
    private final Policy policy;
    private final Clock clock;

    SetAttention(Contacts contacts, AttentionHistory history, AuditTrail audit, Policy policy, Clock clock) {
        this.contacts = contacts;
        this.history = history;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param ground an entry of {@code visit.ground}; none makes it 普遍联系 */
    public record Command(
            CommandId id, UUID person, @Nullable String ground) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Set(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record UnknownPerson() implements Outcome, Refused {}

        record UnknownGround() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var ground = command.ground();
        if (ground != null
                && policy.choices("visit.ground", LocalDate.now(clock)).stream()
                        .noneMatch(choice -> choice.code().equals(ground))) {
            return new Outcome.UnknownGround();
        }
        var found = contacts.lock(List.of(command.person()));
        if (found.isEmpty()) {
            return new Outcome.UnknownPerson();
        }
        var before = found.getFirst();
        var attention = ground == null ? Attention.GENERAL : Attention.KEY;
        if (!Objects.equals(before.ground(), ground)) {
            history.remember(command.person(), before.ground(), office);
            audit.unsaid("重点联系事由"); // it tells of health and hardship, as categories do
        }
        audit.changed("联系类别", before.attention().zh(), attention.zh());
        contacts.attend(command.person(), attention, ground);
        contacts.lock(List.of(command.person())).forEach(contacts::refresh);
        return new Outcome.Set(command.person());
    }
}
