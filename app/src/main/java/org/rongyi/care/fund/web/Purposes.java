package org.rongyi.care.fund.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;

/** What money of a fund may be bound to: what its kind can ever pay for (0043). */
public final class Purposes {

    private Purposes() {}

    public static List<Choice> of(Fund fund, Policy policy, LocalDate on) {
        return policy.choices("fund.purpose", on).stream()
                .filter(purpose -> fund.kind().mayBeBoundTo(purpose.code()))
                .toList();
    }
}
