package org.rongyi.care.fund.raising;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose terms another number moves: those of plans and funds that began since. */
@Component
class RaisingPolicy implements PolicyReader {

    private static final String SINCE = """
            select (select count(*) from fund.raising_plan p where p.starts_on >= :from)
                   + (select count(*) from fund.fund f where f.opened_on >= :from and f.charity is not null)
            """;

    private final JdbcClient jdbc;

    RaisingPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "捐赠与关爱基金";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                DueDisclosures.OVER,
                DueDisclosures.EVERY,
                DueDisclosures.FINAL,
                DueDisclosures.EMERGENCY,
                DueDisclosures.FILING);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long many =
                jdbc.sql(SINCE).param("from", changed.from()).query(Long.class).single();
        return List.of(Words.day(changed.from()) + "起开始的 " + Words.number(many) + " 个募捐方案和基金，公开期限照新的算；此前开始的不变。");
    }
}
