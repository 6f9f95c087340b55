package org.rongyi.platform.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** 参数: one number with its values over time, oldest first. */
public record Parameter(String id, String zh, String unit, List<Value> values) {

    public Parameter {
        values = values.stream().sorted(Comparator.comparing(Value::from)).toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException(id + " 没有取值");
        }
    }

    /**
     * A value from its first day until the next one begins.
     *
     * @param certainty S-A seen in the source, S-B, S-C, K known, PROPOSED ours: shown as 系统默认,待业务确认
     */
    public record Value(LocalDate from, int number, String document, String certainty) {

        public boolean isProposed() {
            return certainty.equals("PROPOSED");
        }
    }

    public Value on(LocalDate day) {
        return values.stream()
                .filter(value -> !value.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException(id + " 在 " + day + " 尚无取值"));
    }
}
