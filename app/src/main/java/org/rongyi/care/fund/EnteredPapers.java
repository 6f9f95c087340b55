package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 已登记的收入、费用: whether the same paper stands in the books already, of the same amount and day, and was not taken back. What an entry says ends with its
 * paper; read backwards the index finds it among any number of others of the day.
 */
@Component
public class EnteredPapers {

    private static final String SAME = """
            select e.number
            from fund.entry e
            where e.fund_id = :fund and e.kind = :kind and e.kind in ('PRINCIPAL', 'RETURN', 'APPROPRIATION', 'MANAGEMENT')
              and e.happened_on = :on
              and reverse(e.words) ~>=~ reverse(:document) and reverse(e.words) ~<~ (reverse(:document) || chr(1114111))
              and exists (select from fund.line l where l.entry_id = e.id and l.lot_id is null and l.amount = :amount)
              and not exists (select from fund.entry r where r.reverses = e.id)
            order by e.number
            limit 1
            """;

    private final JdbcClient jdbc;

    EnteredPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of its entry; asked with the fund locked. */
    public Optional<Integer> entered(UUID fund, EntryKind kind, LocalDate on, String document, Money amount) {
        return jdbc.sql(SAME)
                .param("fund", fund)
                .param("kind", kind.name())
                .param("on", on)
                .param("document", "（" + document + "）")
                .param("amount", amount.fen())
                .query(Integer.class)
                .optional();
    }
}
