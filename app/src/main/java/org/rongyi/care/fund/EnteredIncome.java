package org.rongyi.care.fund;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 已登记的收入: whether the same paper stands in the books already, of the same amount and day, and was not taken back. What an entry says ends with its
 * paper; read backwards the index finds it among any number of others of the day.
 */
@Component
class EnteredIncome {

    private static final String SAME = """
            select e.number
            from fund.entry e
            where e.fund_id = :fund and e.kind = :kind and e.kind in ('PRINCIPAL', 'RETURN', 'APPROPRIATION') and e.happened_on = :on
              and reverse(e.words) ~>=~ reverse(:document) and reverse(e.words) ~<~ (reverse(:document) || chr(1114111))
              and exists (select from fund.line l where l.entry_id = e.id and l.amount = :amount)
              and not exists (select from fund.entry r where r.reverses = e.id)
            order by e.number
            limit 1
            """;

    private final JdbcClient jdbc;

    EnteredIncome(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of its entry; asked with the fund locked. */
    Optional<Integer> entered(UUID fund, RecordIncome.Command command) {
        return jdbc.sql(SAME)
                .param("fund", fund)
                .param("kind", command.kind().entry().name())
                .param("on", command.receivedOn())
                .param("document", "（" + command.document() + "）")
                .param("amount", command.amount().fen())
                .query(Integer.class)
                .optional();
    }
}
