package org.rongyi.platform.policy.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** What a change would touch, told before it is proposed and again before it is agreed to. */
@Component
public class Effects {

    private final List<PolicyReader> readers;
    private final Policy policy;
    private final Clock clock;

    Effects(List<PolicyReader> readers, Policy policy, Clock clock) {
        this.readers = readers;
        this.policy = policy;
        this.clock = clock;
    }

    /** Of all that are decided together, each looked at beside all the others; what several would touch is said once. */
    public List<String> of(List<PolicyChange> together) {
        var then = policy;
        for (var change : together) {
            then = then.asIf(change.proposed().parameter(), change.proposed().value());
        }
        var lines = new LinkedHashSet<String>();
        for (var change : together) {
            lines.addAll(of(change.proposed(), then));
        }
        return List.copyOf(lines);
    }

    /** Sentences; the caller's transaction says on whose data they are counted. */
    public List<String> of(NewValue value) {
        return of(value, policy.asIf(value.parameter(), value.value()));
    }

    private List<String> of(NewValue value, Policy then) {
        var lines = new ArrayList<String>();
        for (var reader : readers) {
            if (reader.reads().contains(value.parameter())) {
                reader.touched(value.parameter(), value.value(), policy, then)
                        .forEach(line -> lines.add(reader.room() + "：" + line));
            }
        }
        if (lines.isEmpty()) {
            lines.add("现在没有哪项工作读取这项参数；取值记入参数表，供以后的办理使用。");
        }
        if (value.from().isBefore(LocalDate.now(clock))) {
            lines.add("生效日期早于今天：那一天以来已经办过的事不重新计算，以后办理那一天以来的事按新取值。");
        }
        return lines;
    }
}
