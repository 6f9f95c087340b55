package org.rongyi.platform.policy.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.ChangeProposed;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** 提出参数变更: a value, the day it begins, the document that sets it, and why. Nothing changes until another agrees. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = Level.PROVINCE)
public class ProposeChange implements Act<ProposeChange.Command, ProposeChange.Outcome> {

    /** The programme's first laws; what began earlier is no case of today. */
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    static final int PLACES_OF_DECIMALS = 4;
    static final int LONGEST = 200;

    private final PolicyChanges changes;
    private final Policy policy;
    private final Divisions divisions;
    private final ApplicationEventPublisher news;

    ProposeChange(PolicyChanges changes, Policy policy, Divisions divisions, ApplicationEventPublisher news) {
        this.changes = changes;
        this.policy = policy;
        this.divisions = divisions;
        this.news = news;
    }

    public record Command(CommandId id, NewValue value) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {

        record Proposed(UUID subject) implements Outcome, Done {}

        /** Why not, each reason a sentence for the officer. */
        record WrongValue(List<String> reasons) implements Outcome, Refused {}

        /** A proposal for the same day and place waits already. */
        record AlreadyProposed() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office maker)) {
            throw new IllegalStateException("only an officer proposes");
        }
        var wrong = new ArrayList<>(objections(command.value()));
        if (!isWithin(maker, command.value().place())) {
            wrong.add("全省的参数由省级单位提出，一地的由管那里的单位提出；这里不在本单位辖区");
        }
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

    /** Without a place it is the whole province's. */
    private boolean isWithin(Actor.Office maker, @Nullable DivisionCode place) {
        return place == null
                ? divisions.provinces().stream()
                        .allMatch(province -> maker.scope().covers(province.code()))
                : maker.scope().covers(place);
    }

    /** What cannot be proposed; none when it can. */
    public List<String> objections(NewValue value) {
        var found = policy.find(value.parameter());
        if (found.isEmpty()) {
            return List.of("没有这项参数");
        }
        var parameter = found.get();
        var wrong = new ArrayList<String>();
        number(parameter, value.number(), wrong);
        if (value.from().isBefore(EARLIEST) || value.from().isAfter(LATEST)) {
            wrong.add("生效日期应在 2000 年至 2099 年之间");
        }
        place(parameter, value, wrong);
        text("依据", value.document(), wrong);
        text("理由", value.reason(), wrong);
        if (value.article() != null && value.article().length() > LONGEST) {
            wrong.add("条款请在 " + LONGEST + " 字以内写明");
        }
        if (wrong.isEmpty() && isAsItStands(parameter, value)) {
            wrong.add("与那一天已定的取值、依据相同，没有改动");
        }
        return wrong;
    }

    /** What is counted in whole numbers today is asked for in whole numbers by the rooms. */
    private static void number(Parameter parameter, BigDecimal number, List<String> wrong) {
        if (number.signum() < 0 || number.compareTo(MOST) > 0) {
            wrong.add("取值应在 0 至 " + MOST.toPlainString() + " 之间");
        }
        boolean whole = parameter.values().stream().allMatch(value -> isWhole(value.number()));
        if (whole && !isWhole(number)) {
            wrong.add("这项参数按整数计算，取值应为整数");
        }
        if (number.stripTrailingZeros().scale() > PLACES_OF_DECIMALS) {
            wrong.add("取值最多 " + PLACES_OF_DECIMALS + " 位小数");
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** A place only where the rooms ask by place: there is one already. */
    private void place(Parameter parameter, NewValue value, List<String> wrong) {
        var place = value.place();
        if (place == null) {
            return;
        }
        if (parameter.values().stream().allMatch(one -> one.places().isEmpty())) {
            wrong.add("这项参数全省一个取值，不分地区");
        } else if (divisions.current(place).isEmpty()) {
            wrong.add("没有代码为 " + place + " 的区划");
        }
    }

    private static void text(String what, String typed, List<String> wrong) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            wrong.add(what + "请用 1 至 " + LONGEST + " 字写明");
        }
    }

    private static boolean isAsItStands(Parameter parameter, NewValue value) {
        return parameter
                .find(value.from(), value.place())
                .filter(now -> now.number().compareTo(value.number()) == 0)
                .filter(now -> now.source().equals(value.value().source()))
                .isPresent();
    }
}
