package org.rongyi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.RunningProgram;
import org.springframework.context.ApplicationContext;

/** All rows of all tables, by their digests: whether something changed, and where. */
public final class EveryRow {

    /** The trail tells of every try, and timetable, sessions and counted tries of who asks when. */
    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not in ('audit', 'schedule', 'public', 'redteam', 'information_schema') and n.nspname !~ '^pg_'
              and n.nspname || '.' || c.relname not in ('access.session', 'access.attempt', 'access.step')
            order by 1
            """;

    private EveryRow() {}

    /** Table by table; a row that is written anew as it was is no change. */
    public static Map<String, String> of(ApplicationContext program) {
        return of(program, Set.of());
    }

    /** @param without tables that are to change */
    public static Map<String, String> of(ApplicationContext program, Set<String> without) {
        try (var database = RunningProgram.connectAsSuperuser(
                program.getBean(DataDirectory.class).root())) {
            var digests = new TreeMap<String, String>();
            for (var table : tables(database)) {
                if (!without.contains(table)) {
                    digests.put(table, digest(database, table));
                }
            }
            return digests;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Tables whose rows are others. */
    public static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var changed = new TreeSet<String>();
        for (var table : after.entrySet()) {
            if (!table.getValue().equals(before.get(table.getKey()))) {
                changed.add(table.getKey() + " " + before.get(table.getKey()) + " → " + table.getValue());
            }
        }
        return changed;
    }

    private static List<String> tables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String digest(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table
                                + " t")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
