package org.rongyi.care.relief;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which applications would be decided by another number: those of its days that nobody has decided. */
@Component
class ReliefPolicy implements PolicyReader {

    private static final String UNDECIDED = """
            select count(*) from relief.aid a where a.applied_on >= :from and a.decided_on is null
            """;

    private final JdbcClient jdbc;

    ReliefPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "困难帮扶援助";
    }

    @Override
    public Set<String> reads() {
        return Stream.concat(ReliefTerms.parameters().stream(), Stream.of(ReliefTerms.FIRST_TOWN_MOST))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long waiting = jdbc.sql(UNDECIDED)
                .param("from", changed.from())
                .query(Long.class)
                .single();
        return List.of(Words.day(changed.from()) + "起申请、还没有决定的 " + Words.number(waiting) + " 件照新的办；此前申请的和已经决定的不变。");
    }
}
