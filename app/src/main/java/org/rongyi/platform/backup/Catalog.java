package org.rongyi.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to be backed up, asked of the database itself: nothing is listed by hand, so that nothing is forgotten.
 * Left out are the migrations' own schema, which is rebuilt by migrating, and what the database computes.
 */
final class Catalog {

    /** Columns by name: a database whose steps came in another order has them in another order. */
    private static final String TABLES = """
            select n.nspname || '.' || c.relname as name,
                (select array_agg(a.attname::text order by a.attname collate "C") from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
                (select array_agg(quote_ident(a.attname)
                            || case when a.attcollation <> 0 and not d.bytewise then ' collate "C"' else '' end
                            order by k.place)
                 from pg_constraint p
                 cross join unnest(p.conkey) with ordinality k (number, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
                 where p.conrelid = c.oid and p.contype = 'p') as key
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            cross join (select coalesce(datlocale, '') in ('C', 'C.UTF-8') or datcollate in ('C', 'POSIX', 'C.UTF-8', 'C.utf8') as bytewise
                        from pg_database where datname = current_database()) d
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
              and n.nspname not in ('information_schema', 'flyway') and n.nspname not like 'pg\\_%'
            order by n.nspname collate "C", c.relname collate "C"
            """;

    private static final String SEQUENCES = """
            select n.nspname || '.' || c.relname as name
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and n.nspname not in ('information_schema', 'flyway') and n.nspname not like 'pg\\_%'
            order by n.nspname collate "C", c.relname collate "C"
            """;

    /** Row security that would hide rows from whoever reads now, or a table he may not read. */
    private static final String HIDDEN = """
            select n.nspname || '.' || c.relname as name
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('information_schema', 'flyway')
              and n.nspname not like 'pg\\_%'
              and (not has_table_privilege(c.oid, 'select')
                   or (row_security_active(c.oid)
                       and not exists (select from pg_policy p
                                       where p.polrelid = c.oid and p.polname = 'backup' and p.polpermissive
                                         and p.polroles = array[current_user::regrole::oid]
                                         and pg_get_expr(p.polqual, p.polrelid) = 'true'))
                   or exists (select from pg_policy p
                              where p.polrelid = c.oid and not p.polpermissive
                                and (0 = any (p.polroles) or current_user::regrole::oid = any (p.polroles))))
            order by 1
            """;

    private static final List<String> SETTINGS = List.of(
            "set timezone = 'UTC'",
            "set datestyle = 'ISO, YMD'",
            "set intervalstyle = 'postgres'",
            "set extra_float_digits = 3",
            "set bytea_output = 'hex'",
            "set xmloption = 'content'",
            "set client_encoding = 'UTF8'",
            "set statement_timeout = 0",
            "set idle_in_transaction_session_timeout = 0");

    private Catalog() {}

    /** @param key the order of the rows: the primary key, or the whole row where there is none */
    record Table(String name, List<String> columns, List<String> key) {

        /** The rows as text in an order that does not depend on where they lie. */
        String copyOut() {
            var order = key.isEmpty() ? "(t.*)::text collate \"C\"" : String.join(", ", key);
            return "copy (select " + quotedColumns() + " from " + place() + " t order by " + order + ") to stdout";
        }

        String copyIn() {
            return "copy " + place() + " (" + quotedColumns() + ") from stdin";
        }

        /** As it is written in a statement: which words need quotes changes from server to server. */
        String place() {
            return quoted(name);
        }

        private String quotedColumns() {
            return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        }
    }

    static String quoted(String name) {
        int dot = name.indexOf('.');
        return '"' + name.substring(0, dot) + "\".\"" + name.substring(dot + 1) + '"';
    }

    /** The same values become the same text on every server. */
    static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                statement.execute(setting);
            }
        }
    }

    static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                var key = rows.getArray("key");
                tables.add(new Table(
                        rows.getString("name"),
                        Arrays.asList((String[]) rows.getArray("columns").getArray()),
                        key == null ? List.of() : Arrays.asList((String[]) key.getArray())));
            }
        }
        return tables;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : texts(connection, SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + quoted(name))) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** Tables of which a backup by this connection would miss rows; none is as it must be. */
    static List<String> hidden(Connection connection) throws SQLException {
        return texts(connection, HIDDEN);
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
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
