package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.rongyi.care.fund.service.GivingService;

/**
 * 从办件另算: what each service says was given beside what was promised for it, what was promised beside what its service says, what each
 * says came back beside what the books say, and what was promised for a service that says nothing.
 */
final class ServicesRecounted {

    private static final String DIFFERS = """
            select g.place
            from (%s) g
            cross join lateral (select coalesce(sum(m.amount), 0) as fen
                                from fund.grant_made m
                                where m.service = ? and m.case_id = g.case_id
                                  and (g.fund_id is null or m.fund_id = g.fund_id)
                                  and (g.in_kind is null or m.in_kind = g.in_kind)
                                  and (g.grant_id is null or m.id = g.grant_id and m.person_id = g.person_id)) p
            where p.fen <> g.fen
            order by g.place
            """;

    private static final String UNKNOWN = """
            select m.case_number
            from fund.grant_made m
            where m.service = ?
              and not exists (select from (%s) g
                              where g.case_id = m.case_id
                                and (g.fund_id is null or g.fund_id = m.fund_id)
                                and (g.in_kind is null or g.in_kind = m.in_kind)
                                and case when g.grant_id is null then g.person_id = m.person_id else g.grant_id = m.id end)
            order by m.case_number
            """;

    /** Freed, by the entries; repaid, by what was not taken for back by mistake. */
    private static final String BACK = """
            select b.place
            from (%s) b
            left join (select m.case_id, sum(x.fen) as fen
                       from fund.grant_made m
                       join (select e.subject as grant_id, l.amount as fen
                             from fund.entry e
                             join fund.line l on l.entry_id = e.id
                             join fund.account a on a.id = l.account_id and a.kind = 'COMMITTED'
                             where e.kind = 'UNCOMMIT'
                             union all
                             select r.grant_id, y.amount
                             from fund.repayment y
                             join fund.recovery r on r.id = y.recovery_id
                             where y.back_on is null) x on x.grant_id = m.id
                       where m.service = ?
                       group by m.case_id) k on k.case_id = b.case_id
            where coalesce(k.fen, 0) <> b.fen
            order by b.place
            """;

    private static final String NOBODYS = """
            select m.case_number, m.service from fund.grant_made m where m.service <> all (?) order by m.case_number
            """;

    private final Connection connection;
    private final Consumer<String> found;

    ServicesRecounted(Connection connection, Consumer<String> found) {
        this.connection = connection;
        this.found = found;
    }

    void of(GivingService service) throws SQLException {
        tell(DIFFERS.formatted(service.given()), service, place -> place + "：" + service.differs());
        tell(UNKNOWN.formatted(service.given()), service, number -> "承诺 " + number + "：" + service.unknown());
        tell(BACK.formatted(service.back()), service, place -> place + "：解除和退回的与账上不符");
    }

    private void tell(String sql, GivingService service, UnaryOperator<String> said) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(LedgerCheck.FETCH);
            statement.setString(1, service.service());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.accept(said.apply(rows.getString(1)));
                }
            }
        }
    }

    /** What was promised for a service that was not handed to the check would be proved by nobody. */
    void others(List<GivingService> services) throws SQLException {
        var known = services.stream().map(GivingService::service).toArray();
        try (var statement = connection.prepareStatement(NOBODYS)) {
            statement.setFetchSize(LedgerCheck.FETCH);
            statement.setArray(1, connection.createArrayOf("text", known));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.accept("承诺 " + rows.getString(1) + "：没有一项服务说给过，记的服务是 " + rows.getString(2));
                }
            }
        }
    }
}
