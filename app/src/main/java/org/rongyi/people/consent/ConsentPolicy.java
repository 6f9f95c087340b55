package org.rongyi.people.consent;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long consents hold, and how many are in force when that changes. */
@Component
class ConsentPolicy implements PolicyReader {

    private static final String IN_FORCE = """
            select count(*) from (
                select distinct on (person_id, statement) reply, valid_until
                from consent.reply
                where statement in (:statements)
                order by person_id, statement, recorded_at desc, id desc) latest
            where reply = 'AGREED' and valid_until >= :from
            """;

    private final JdbcClient jdbc;
    private final StatementShelf statements;

    ConsentPolicy(JdbcClient jdbc, StatementShelf statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    @Override
    public String room() {
        return "告知与同意";
    }

    @Override
    public Set<String> reads() {
        return statements.consents().stream()
                .map(Statement::months)
                .filter(months -> months != null)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        var ids = statements.consents().stream()
                .filter(one -> id.equals(one.months()))
                .map(Statement::id)
                .toList();
        long held = jdbc.sql(IN_FORCE)
                .param("statements", ids)
                .param("from", changed.from())
                .query(Long.class)
                .single();
        return List.of("已给的同意按当时的期限算，不变；到那天仍有效的有 " + Words.number(held) + " 份。以后给的按新取值。");
    }
}
