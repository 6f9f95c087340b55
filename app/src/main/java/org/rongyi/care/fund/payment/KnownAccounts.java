package org.rongyi.care.fund.payment;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rongyi.care.fund.Commitments.BankAccount;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 已知的收款账号: where somebody was promised money before, to an account in his own name that did not bounce. Nobody is asked twice. */
@Component
public class KnownAccounts {

    /** As {@code Commitments} sealed it. */
    private static final SealedField ACCOUNT = new SealedField("fund.grant_made", "account_sealed");

    private static final String LATEST = """
            select distinct on (m.person_id) m.id, m.person_id, m.payee, m.bank, m.account_sealed, m.account_print
            from fund.grant_made m
            where m.person_id = any(:persons::uuid[]) and m.account_sealed is not null and m.payee = m.person_name
              and m.state <> 'RETURNED'
              -- 银行最后一次没有付成的账号，不当作知道的：改用别的办法给了也一样
              and not exists (select from fund.payment p
                              where p.grant_id = m.id and p.way = 'BANK' and p.state = 'FAILED'
                                and not exists (select from fund.payment q
                                                where q.grant_id = m.id and q.way = 'BANK' and q.planned_at > p.planned_at
                                                  and q.state in ('PAID', 'PARTIAL'))
                                and not exists (select from fund.payee_change c
                                                where c.grant_id = m.id and c.state = 'CONFIRMED'
                                                  and c.decided_at > p.planned_at))
            order by m.person_id, m.granted_at desc, m.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    KnownAccounts(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The latest of each, as far as the reader sees his grants; none that was exchanged since. */
    public Map<UUID, BankAccount> of(Collection<UUID> persons) {
        var known = new HashMap<UUID, BankAccount>();
        jdbc.sql(LATEST).param("persons", persons.toArray(UUID[]::new)).query((ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            var person = row.getObject("person_id", UUID.class);
            var payee = row.getString("payee");
            var bank = row.getString("bank");
            vault.openPrinted(ACCOUNT, id, row.getBytes("account_sealed"), row.getString("account_print"))
                    .ifPresent(number -> known.put(person, new BankAccount(payee, bank, number)));
        });
        return known;
    }
}
