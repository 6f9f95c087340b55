package org.rongyi.care.fund.raising.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 登记募捐方案, as it was typed. */
public record PlanForm(
        @Nullable String title,
        @Nullable String filing,
        @Nullable String filedOn,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String area,
        @Nullable String purpose,
        @Nullable List<String> ways,
        @Nullable String leader,
        @Nullable String remainder,
        @Nullable String emergency) {

    private static final int LONGEST = 200;

    static PlanForm blank() {
        return new PlanForm("", "", "", "", "", "", "", List.of(), "", "", "");
    }

    public List<String> chosenWays() {
        return ways == null ? List.of() : ways;
    }

    Optional<RegisterPlan.Command> command(CommandId id, UUID fund, FieldErrors errors) {
        errors.requireText(title, "title", "请填写募捐活动的名称");
        errors.requireText(area, "area", "请写明在哪里募捐");
        errors.requireText(purpose, "purpose", "请照方案写明募捐目的和款物用途");
        errors.requireText(leader, "leader", "请写明活动负责人");
        errors.requireText(remainder, "remainder", "请照方案写明剩余财产怎么处理");
        for (var text : Arrays.asList(title, area, purpose, leader, remainder)) {
            errors.require(Typed.text(text).length() <= LONGEST, "purpose", "每项不超过 200 个字");
        }
        var starts = Typed.day(startsOn, "startsOn", "请选择开始日期", errors);
        var ends = Typed.day(endsOn, "endsOn", "请选择结束日期", errors);
        var chosen = chosenWays().stream()
                .flatMap(code -> Arrays.stream(RaisingPlan.Way.values())
                        .filter(way -> way.name().equals(code)))
                .toList();
        errors.require(!chosen.isEmpty(), "ways", "请选择用什么方式募捐");
        var number = Typed.text(filing);
        var filed = number.isEmpty() ? Optional.<LocalDate>empty() : Typed.day(filedOn, "filedOn", "请选择备案日期", errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var plan = new RaisingPlan(
                fund,
                fund,
                Typed.text(title),
                starts.orElseThrow(),
                ends.orElseThrow(),
                Typed.text(area),
                Typed.text(purpose),
                chosen,
                Typed.text(leader),
                Typed.text(remainder),
                "on".equals(emergency),
                filed.map(day -> new RaisingPlan.Filing(number, day)).orElse(null));
        return Optional.of(new RegisterPlan.Command(id, fund, plan));
    }
}
