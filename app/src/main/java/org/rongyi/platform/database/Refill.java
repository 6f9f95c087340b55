package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tables opened for being filled as a whole, by their owner, within one transaction: the rules that judge single acts
 * (triggers, row security, keys) step aside and stand again, the same, before it commits. Only an installation nobody uses
 * yet is filled so.
 */
public final class Refill {

    private static final String OWN = """
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and pg_get_userbyid(n.nspowner) = current_user and n.nspname <> 'flyway'
            """;

    private static final String FORCED =
            "select c.oid::regclass::text " + OWN + " and c.relforcerowsecurity order by 1";

    private static final String TRIGGERS = """
            select t.tgrelid::regclass::text || ' # trigger ' || quote_ident(t.tgname)
            from pg_catalog.pg_trigger t
            where not t.tgisinternal and t.tgenabled = 'O' and t.tgrelid in (select c.oid """ + " " + OWN + ") order by 1";

    private final Connection connection;
    private final List<String> tables;
    private final List<String> forced;
    private final List<String> triggers;
    private final Fetters fetters;

    private Refill(Connection connection, List<String> tables) throws SQLException {
        this.connection = connection;
        this.tables = List.copyOf(tables);
        this.forced = texts(connection, FORCED);
        this.triggers = texts(connection, TRIGGERS);
        this.fetters = Fetters.of(connection, tables);
    }

    /**
     * Takes the rules away, and the rows that migrations brought along.
     *
     * @param owner in a transaction
     * @param tables qualified and quoted, without the partitions of others
     */
    public static Refill begin(Connection owner, List<String> tables) throws SQLException {
        var refill = new Refill(owner, tables);
        refill.each(refill.forced, table -> "alter table " + table + " no force row level security");
        refill.each(refill.triggers, trigger -> "alter table " + trigger.replace("#", "disable"));
        refill.each(List.of(String.join(", ", refill.tables)), all -> "truncate " + all);
        refill.fetters.drop(owner);
        return refill;
    }

    /** Makes the keys and indexes again, which checks all rows; row security still lets the owner read. */
    public void check() throws SQLException {
        fetters.make(connection);
    }

    /** From here on every rule stands. */
    public void end() throws SQLException {
        each(triggers, trigger -> "alter table " + trigger.replace("#", "enable"));
        each(forced, table -> "alter table " + table + " force row level security");
    }

    private void each(List<String> names, UnaryOperator<String> statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            for (var name : names) {
                sql.execute(statement.apply(name));
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
