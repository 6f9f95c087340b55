package org.rongyi.platform.policy.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** What can be proposed as a new value, and by whom; each objection is a sentence for the officer. */
@Component
class ChangeChecks {

    /** The programme's first laws; what began earlier is no case of today. */
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    static final int PLACES_OF_DECIMALS = 4;
    static final int LONGEST = 200;

    private final Policy policy;
    private final Divisions divisions;

    ChangeChecks(Policy policy, Divisions divisions) {
        this.policy = policy;
        this.divisions = divisions;
    }

    /** What keeps this post from proposing it. */
    List<String> objections(Actor.Office maker, NewValue value) {
        var wrong = new ArrayList<>(objections(value));
        if (!isWithin(maker, value.place())) {
            wrong.add("全省的参数由省级单位提出，一地的由管那里的单位提出；这里不在本单位辖区");
        }
        return wrong;
    }

    /** Without a place it is the whole province's. */
    private boolean isWithin(Actor.Office maker, @Nullable DivisionCode place) {
        return place == null
                ? divisions.provinces().stream()
                        .allMatch(province -> maker.scope().covers(province.code()))
                : maker.scope().covers(place);
    }

    /** What cannot be proposed by anybody; none when it can. */
    List<String> objections(NewValue value) {
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
        var least = parameter.reckoned().least();
        var most = parameter.reckoned().most();
        if (least != null && number.compareTo(least) < 0) {
            wrong.add("这项参数不能小于 " + least.toPlainString() + " " + parameter.unit());
        }
        if (most != null && number.compareTo(most) > 0) {
            wrong.add("这项参数不能大于 " + most.toPlainString() + " " + parameter.unit());
        }
        boolean whole = !parameter.reckoned().fractions()
                && parameter.values().stream().allMatch(value -> isWhole(value.number()));
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
        if (!parameter.isByPlace()) {
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
