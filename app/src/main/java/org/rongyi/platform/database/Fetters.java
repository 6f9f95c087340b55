package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes, unique keys and foreign keys of tables that are being filled: dropped first, and made again from their own
 * definitions when the rows are there, so that what was loaded has passed every constraint.
 */
final class Fetters {

    /** Foreign keys first, of the tables and onto them; then keys; the primary keys' indexes go with them. */
    private static final String CONSTRAINTS = """
            select c.conrelid::regclass::text as place, c.conname as name, pg_get_constraintdef(c.oid) as definition
            from pg_catalog.pg_constraint c
            where c.contype in ('f', 'u', 'p') and c.coninhcount = 0
              and (c.conrelid = any (?::regclass[]) or (c.contype = 'f' and c.confrelid = any (?::regclass[])))
            order by c.contype = 'f' desc, c.contype, c.conrelid::regclass::text, c.conname
            """;

    private static final String INDEXES = """
            select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
            from pg_catalog.pg_index i
            where i.indrelid = any (?::regclass[])
              and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.indexrelid)
            order by 1
            """;

    private final List<Part> parts;

    private Fetters(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(String drop, String make) {}

    static Fetters of(Connection connection, List<String> tables) throws SQLException {
        var names = connection.createArrayOf("text", tables.toArray());
        var parts = new ArrayList<Part>();
        try (var query = connection.prepareStatement(CONSTRAINTS)) {
            query.setArray(1, names);
            query.setArray(2, names);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var constraint =
                            "alter table " + rows.getString("place") + " %s constraint " + rows.getString("name");
                    parts.add(new Part(
                            constraint.formatted("drop"),
                            constraint.formatted("add") + " " + rows.getString("definition")));
                }
            }
        }
        try (var query = connection.prepareStatement(INDEXES)) {
            query.setArray(1, names);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.add(new Part("drop index " + rows.getString("name"), rows.getString("definition")));
                }
            }
        }
        return new Fetters(parts);
    }

    void drop(Connection connection) throws SQLException {
        for (var part : parts) {
            execute(connection, part.drop());
        }
    }

    void make(Connection connection) throws SQLException {
        for (var part : parts.reversed()) {
            execute(connection, part.make());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
