package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.rongyi.care.fund.service.GivingService;

/**
 * 从办件另算: what each service says was given beside what was promised for it, what was promised beside what its service says, and what
 * was promised for a service that says nothing.
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
        try (var statement = connection.prepareStatement(DIFFERS.formatted(service.given()))) {
            statement.setFetchSize(LedgerCheck.FETCH);
            statement.setString(1, service.service());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.accept(rows.getString(1) + "：" + service.differs());
                }
            }
        }
        try (var statement = connection.prepareStatement(UNKNOWN.formatted(service.given()))) {
            statement.setFetchSize(LedgerCheck.FETCH);
            statement.setString(1, service.service());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.accept("承诺 " + rows.getString(1) + "：" + service.unknown());
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
