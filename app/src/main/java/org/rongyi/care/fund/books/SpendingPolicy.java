package org.rongyi.care.fund.books;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which funds are watched by another share: those of charities that may raise in public. */
@Component
class SpendingPolicy implements PolicyReader {

    private static final String WATCHED =
            "select count(*) from fund.fund f where f.raising_licence is not null and f.closed_on is null";

    private final JdbcClient jdbc;

    SpendingPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "资金";
    }

    @Override
    public Set<String> reads() {
        return Set.of(SpendingWatch.SPENDING_SHARE, SpendingWatch.MANAGEMENT_SHARE);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long watched = jdbc.sql(WATCHED).query(Long.class).single();
        return List.of(Words.day(changed.from()) + "起，有公开募捐资格的慈善组织名下 " + Words.number(watched) + " 项资金照新的比例提醒；账不变。");
    }
}
