package org.rongyi.platform.policy.change;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.ChangeProposed;
import org.rongyi.platform.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** 提出参数变更: a value, the day it begins, the document that sets it, and why. Nothing changes until another agrees. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = Level.PROVINCE)
public class ProposeChange implements OfficeAct<ProposeChange.Command, ProposeChange.Outcome> {

    private final PolicyChanges changes;
    private final Policy policy;
    private final ChangeChecks checks;
    private final ApplicationEventPublisher news;

    ProposeChange(PolicyChanges changes, Policy policy, ChangeChecks checks, ApplicationEventPublisher news) {
        this.changes = changes;
        this.policy = policy;
        this.checks = checks;
        this.news = news;
    }

    public record Command(CommandId id, NewValue value) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Proposed(UUID subject) implements Outcome, Done {}

        /** Why not, each reason a sentence for the officer. */
        record WrongValue(List<String> reasons) implements Outcome, Refused {}

        /** A proposal for the same day and place waits already. */
        record AlreadyProposed() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office maker, Command command) {
        var wrong = checks.objections(maker, command.value());
        if (!wrong.isEmpty()) {
            return new Outcome.WrongValue(wrong);
        }
        changes.propose(command.id().value(), command.value(), maker);
        var parameter = policy.get(command.value().parameter()).zh();
        news.publishEvent(new ChangeProposed(
                command.id().value(), parameter, command.value().from(), maker));
        return new Outcome.Proposed(command.id().value());
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("change_one_open")) {
            return new Outcome.AlreadyProposed();
        }
        throw new IllegalStateException("约束冲突未处理：" + constraint);
    }

    /** What cannot be proposed; none when it can. */
    public List<String> objections(NewValue value) {
        return checks.objections(value);
    }
}
