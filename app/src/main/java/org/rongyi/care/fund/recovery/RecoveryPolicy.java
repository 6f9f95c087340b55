package org.rongyi.care.fund.recovery;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What another limit would do: what was told or decided keeps the days it was told with. */
@Component
class RecoveryPolicy implements PolicyReader {

    private static final String OPEN = "select count(*) from fund.recovery r where r.state in ('HEARING', 'ORDERED')";

    private final JdbcClient jdbc;

    RecoveryPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "追回";
    }

    @Override
    public Set<String> reads() {
        return Set.of(OpenRecovery.HEAR, DecideRecovery.PAY);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long open = jdbc.sql(OPEN).query(Long.class).single();
        return List.of("以后告知、决定的照新的；在办的追回 " + Words.number(open) + " 件，已经写给当事人的日子不变。");
    }
}
