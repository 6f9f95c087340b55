package org.rongyi.platform.policy.change;

import java.util.ArrayList;
import java.util.HashSet;
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

/**
 * 提出整表参数变更: the values one document sets, each a dated change like any other, proposed together and decided together: a table of which half
 * holds would reckon what no document says.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = Level.PROVINCE)
public class ProposeSheet implements OfficeAct<ProposeSheet.Command, ProposeSheet.Outcome> {

    /** A table longer than that is no table of points. */
    static final int MOST = 500;

    private final PolicyChanges changes;
    private final Policy policy;
    private final ChangeChecks checks;
    private final ApplicationEventPublisher news;

    ProposeSheet(PolicyChanges changes, Policy policy, ChangeChecks checks, ApplicationEventPublisher news) {
        this.changes = changes;
        this.policy = policy;
        this.checks = checks;
        this.news = news;
    }

    public record Command(CommandId id, List<NewValue> values) implements OfficeAct.Command {

        public Command {
            values = List.copyOf(values);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        /** @param subject the sheet, which is its first change */
        record SheetProposed(UUID subject) implements Outcome, Done {}

        /** Why not, each reason a sentence for the officer. */
        record WrongValue(List<String> reasons) implements Outcome, Refused {}

        /** A proposal for one of these, for the same day and place, waits already. */
        record AlreadyProposed() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office maker, Command command) {
        var values = command.values();
        if (values.isEmpty() || values.size() > MOST) {
            return new Outcome.WrongValue(List.of("整表变更应有 1 至 " + MOST + " 项"));
        }
        var wrong = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var value : values) {
            var name = policy.find(value.parameter()).map(one -> one.zh()).orElse(value.parameter());
            checks.objections(maker, value).forEach(reason -> wrong.add(name + "：" + reason));
            if (!seen.add(value.parameter() + " " + value.from() + " " + value.place())) {
                wrong.add(name + "：同一天写了两次");
            }
        }
        if (!wrong.isEmpty()) {
            return new Outcome.WrongValue(List.copyOf(wrong));
        }
        changes.proposeSheet(command.id().value(), values, maker);
        var first = values.getFirst();
        var words = policy.get(first.parameter()).zh() + (values.size() > 1 ? "等 " + values.size() + " 项" : "");
        news.publishEvent(new ChangeProposed(command.id().value(), words, first.from(), maker));
        return new Outcome.SheetProposed(command.id().value());
    }

    /** What cannot be proposed; none when it can. */
    public List<String> objections(NewValue value) {
        return checks.objections(value);
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("change_one_open")) {
            return new Outcome.AlreadyProposed();
        }
        throw new IllegalStateException("约束冲突未处理：" + constraint);
    }
}
