package org.rongyi.journey.form;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.kernel.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which table an id is of, and ids of the same table that somebody is not shown. */
final class Records {

    static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|redteam|audit|information_schema)'
            order by 1
            """;

    /** Those of them that the program's own role may read. */
    private static final String GRANTED =
            TABLES.replace("where c.relkind", "where has_table_privilege('rongyi_app', c.oid, 'select') and c.relkind");

    /** How many of a table are looked through for one that is somebody else's. */
    private static final int LOOKED_THROUGH = 300;

    private final ApplicationContext program;
    private final List<String> all = new ArrayList<>();
    private final List<String> granted = new ArrayList<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, List<String>> some = new LinkedHashMap<>();
    private final Map<String, String> foreign = new HashMap<>();

    Records(ApplicationContext program) {
        this.program = program;
    }

    /** Learns which tables these ids are of. */
    void learn(Collection<String> ids) {
        var unknown = ids.stream().filter(id -> !tables.containsKey(id)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (var database = RunningProgram.connectAsSuperuser(
                program.getBean(DataDirectory.class).root())) {
            if (all.isEmpty()) {
                all.addAll(read(database, TABLES));
                granted.addAll(read(database, GRANTED));
            }
            try (var found = database.prepareStatement(whichTable(all))) {
                found.setString(1, String.join(",", unknown));
                var rows = found.executeQuery();
                while (rows.next()) {
                    tables.putIfAbsent(rows.getString(2), rows.getString(1));
                }
            }
            some(database);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String whichTable(List<String> of) {
        return of.stream()
                .map(table -> "select '" + table + "', id::text from " + table + " where id = any(wanted)")
                .collect(Collectors.joining(
                        " union all ", "with given as (select string_to_array(?, ',')::uuid[] as wanted) ", ""))
                .replace(" where id = any(wanted)", ", given where id = any(given.wanted)");
    }

    /** The same of ids that are not committed: nobody but this transaction sees them, and of it whoever is shown them. */
    void learnHere(Collection<String> ids, Actor reader) {
        var unknown = ids.stream().filter(id -> !tables.containsKey(id)).collect(Collectors.joining(","));
        if (unknown.isEmpty()) {
            return;
        }
        try {
            program.getBean(Transactions.class)
                    .read(
                            reader,
                            () -> program.getBean(JdbcClient.class)
                                    .sql(whichTable(granted))
                                    .param(unknown)
                                    .query((row, n) -> tables.putIfAbsent(row.getString(2), row.getString(1)))
                                    .list());
        } catch (DataAccessException notGranted) {
            // somebody's own reads go by another role
        }
        try (var database = RunningProgram.connectAsSuperuser(
                program.getBean(DataDirectory.class).root())) {
            some(database);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Some ids of each table that one is known of. */
    private void some(Connection database) throws SQLException {
        for (var table : new TreeSet<>(tables.values())) {
            if (!some.containsKey(table)) {
                some.put(
                        table,
                        read(database, "select id::text from " + table + " order by id desc limit " + LOOKED_THROUGH));
            }
        }
    }

    private static List<String> read(Connection database, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = database.createStatement()) {
            var rows = statement.executeQuery(sql);
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    boolean isRecord(String id) {
        return tables.containsKey(id);
    }

    /** Where a table has no territory, this stands for what is somebody else's: a unit, an account, a post of elsewhere. */
    void elsewhere(String table, String id) {
        foreign.put(table, id);
    }

    /** Of the same table, and not shown to this reader; none where he is shown all of it. */
    Optional<String> another(Actor reader, String id) {
        var table = tables.getOrDefault(id, "");
        if (foreign.containsKey(table)) {
            return Optional.of(foreign.get(table));
        }
        var ids = some.getOrDefault(table, List.of());
        var shown = shown(reader, table, ids);
        return ids.stream().filter(one -> !shown.contains(one)).findFirst();
    }

    private List<String> shown(Actor reader, String table, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return program.getBean(Transactions.class)
                    .read(
                            reader,
                            () -> program.getBean(JdbcClient.class)
                                    .sql("select id::text from " + table + " where id in (:ids)")
                                    .param(
                                            "ids",
                                            ids.stream().map(UUID::fromString).toList())
                                    .query(String.class)
                                    .list());
        } catch (DataAccessException notGranted) {
            return List.of();
        }
    }
}
