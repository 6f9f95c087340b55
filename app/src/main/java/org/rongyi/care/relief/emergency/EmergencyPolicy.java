package org.rongyi.care.relief.emergency;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which applications would be decided by another number: those of its days that nobody has decided. */
@Component
class EmergencyPolicy implements PolicyReader {

    private static final String UNDECIDED = """
            select count(*) from relief.emergency e where e.applied_on >= :from and e.decided_on is null
            """;

    private final JdbcClient jdbc;

    EmergencyPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "应急救助";
    }

    @Override
    public Set<String> reads() {
        return Set.copyOf(EmergencyTerms.parameters());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long waiting = jdbc.sql(UNDECIDED)
                .param("from", changed.from())
                .query(Long.class)
                .single();
        return List.of(Words.day(changed.from()) + "起申请、还没有审批的 " + Words.number(waiting) + " 件照新的办；此前申请的和已经审批的不变。");
    }
}
