package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * 等第二个人的期限, one for all rooms: what one has proposed, made or entered and another has to look at is his to look at within so many
 * working days; then it stands on the list above.
 */
@Component
public class SecondPersonTerm implements PolicyReader {

    static final String DAYS = "approval.second.days";

    private final Policy policy;
    private final WorkingDays days;
    private final Clock clock;

    SecondPersonTerm(Policy policy, WorkingDays days, Clock clock) {
        this.policy = policy;
        this.days = days;
        this.clock = clock;
    }

    /** The last day for what waits since a day. */
    public LocalDate due(LocalDate since) {
        return Term.after(days.calendar(), since, days()).on();
    }

    /** The last day for what has to be done so many working days before another. */
    public LocalDate dueBefore(LocalDate day) {
        return Term.before(days.calendar(), day, days());
    }

    private int days() {
        return policy.number(DAYS, LocalDate.now(clock));
    }

    @Override
    public String room() {
        return "办理";
    }

    @Override
    public Set<String> reads() {
        return Set.of(DAYS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效那天还在等第二个人的，都按新期限看要不要列入督办。");
    }
}
