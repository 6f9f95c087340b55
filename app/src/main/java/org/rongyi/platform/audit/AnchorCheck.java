package org.rongyi.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * 行摘要校验: what acts left of each row against the trail, and each row of the watched tables as it stands against the last that an
 * act left of it, both ways. The caller's connection sees every row. That the trail itself is whole is for
 * {@code VerifyAudit} to say.
 */
public final class AnchorCheck {

    private static final int FETCH = 1_000;

    /** Times are read as they were when the digests were made. */
    private static final String TIME_ZONE = "set timezone = 'Asia/Shanghai'";

    /** Rows of a group that the trail does not vouch for, or not as they are; and what the trail knows and is gone. */
    private static final String GROUPS = """
            with made as (
                select a.act, encode(sha256(convert_to(string_agg(
                           concat_ws(' ', a.seq, a.place, a.key, coalesce(encode(a.digest, 'hex'), '-'), encode(a.was, 'hex')),
                           E'\\n' order by a.seq), 'UTF8')), 'hex') as digest
                from audit.anchor a group by a.act),
            vouched as (
                select t.subject as act, t.after::jsonb ->> '行摘要' as digest
                from audit.trail t where t.act = 'AnchorRows' and t.done and t.subject is not null),
            wrong as (
                select coalesce(m.act, v.act) as act, v.digest is null as unknown
                from made m full join vouched v on v.act = m.act
                where m.digest is distinct from v.digest)
            select w.act, w.unknown, a.place, a.key
            from wrong w left join audit.anchor a on a.act = w.act
            order by a.seq, w.act
            """;

    /** A row that was not, when an act or a migration came to it, what the one before had left. */
    private static final String BROKEN = """
            select c.place, c.key, c.before is null as unknown, to_char(t.at, 'YYYY-MM-DD HH24:MI') as at
            from (select a.seq, a.act, a.place, a.key, a.was,
                         lag(a.digest) over (partition by a.place, a.key order by a.seq) as before
                  from audit.anchor a) c
            left join audit.trail t on t.act = 'AnchorRows' and t.done and t.subject = c.act
            where c.was is distinct from c.before and (c.was is not null or t.outcome = 'AsTheyStood')
            order by c.seq
            """;

    private static final String BY_MIGRATION = """
            with said as (
                select t.after::jsonb ->> '迁移' as migration, t.at, t.subject
                from audit.trail t where t.act = 'AnchorRows' and t.outcome = 'ByMigration' and t.done),
            ran as (select s.migration, min(s.at) as at, count(distinct s.at) > 1 as twice from said s group by s.migration)
            select r.migration, to_char(r.at, 'YYYY-MM-DD HH24:MI') as at, r.twice, a.place, count(distinct a.key) as many
            from ran r
            join said s on s.migration is not distinct from r.migration
            left join audit.anchor a on a.act = s.subject
            group by r.migration, r.at, r.twice, a.place
            order by r.at, r.migration, a.place
            """;

    private static final String COLUMNS = """
            select a.attname from pg_catalog.pg_attribute a
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum
            """;

    /** The words are the check's own, not the database's functions, which somebody may have written anew. */
    private static final String ROWS = """
            with now as (
                select r.key, string_agg(r.digest, '+') as digest, min(r.name) as name
                from (select concat_ws(' ', %1$s) as key, %2$s::text as name,
                             encode(sha256(convert_to(
                                 (select jsonb_object_agg(c.key, c.value)::text from jsonb_each(to_jsonb(t)) c
                                  where c.key = any (?) and c.value <> 'null'::jsonb), 'UTF8')), 'hex') as digest
                      from %3$s t) r
                group by r.key),
            last as (
                select distinct on (a.key) a.key, encode(a.digest, 'hex') as digest
                from audit.anchor a where a.place = ? order by a.key, a.seq desc)
            select coalesce(n.name, n.key, l.key), n.key is null as gone, l.digest is null as unknown
            from now n full join last l on l.key = n.key
            where n.digest is distinct from l.digest
            order by 1
            """;

    private final Connection connection;
    private final Map<String, Watched> tables = new HashMap<>();
    private final List<Anew> anews;
    private final Consumer<String> found;
    private final Consumer<String> step;

    /** @param anews what migrations of the program have anchored anew; the database may tell of no other */
    public AnchorCheck(Connection connection, List<Watched> tables, List<Anew> anews, Consumer<String> found) {
        this(connection, tables, anews, found, doing -> {});
    }

    /** @param step told what is looked at now */
    public AnchorCheck(
            Connection connection,
            List<Watched> tables,
            List<Anew> anews,
            Consumer<String> found,
            Consumer<String> step) {
        this.connection = connection;
        this.step = step;
        this.anews = anews;
        tables.forEach(table -> this.tables.put(table.place(), table));
        this.found = found;
    }

    /** Finds, and answers what migrations anchored anew: which rows, when, by which migration. */
    public List<String> check() throws SQLException {
        try (var zone = connection.createStatement()) {
            zone.execute(TIME_ZONE);
        }
        step.accept("行摘要：各次办理");
        groups();
        for (var table : tables.values().stream()
                .sorted((a, b) -> a.place().compareTo(b.place()))
                .toList()) {
            var columns = columns(table);
            if (!columns.isEmpty()) {
                step.accept("行摘要：" + table.zh());
                rows(table, columns);
            }
        }
        step.accept("行摘要：前后相接");
        broken();
        return byMigration();
    }

    private void broken() throws SQLException {
        try (var statement = prepared(BROKEN);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var at = rows.getString("at");
                found.accept(name(rows.getString("place")) + " " + rows.getString("key") + "："
                        + (at == null ? "某次改动" : at + " 的改动") + "以前，"
                        + (rows.getBoolean("unknown") ? "留痕里没有，不是经办理进来的" : "已与前一次办理时不符，被改动过"));
            }
        }
    }

    private List<String> byMigration() throws SQLException {
        var told = new ArrayList<String>();
        try (var statement = connection.prepareStatement(BY_MIGRATION);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var migration = rows.getString("migration");
                var place = rows.getString("place");
                var line = (place == null ? "没有行" : name(place) + " " + rows.getLong("many") + " 行") + "，迁移 "
                        + migration + "，" + rows.getString("at");
                if (anews.stream().noneMatch(one -> one.did(migration, place))) {
                    found.accept("行摘要 " + line + "：重新登记的不是本程序的迁移");
                } else if (rows.getBoolean("twice")) {
                    found.accept("行摘要 " + line + "：同一次迁移重新登记了不止一次");
                } else if (place != null) {
                    told.add(line);
                }
            }
        }
        return List.copyOf(told);
    }

    private void groups() throws SQLException {
        try (var statement = prepared(GROUPS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var place = rows.getString("place");
                var what = place == null ? "行摘要 " + rows.getString("act") : name(place) + " " + rows.getString("key");
                found.accept(what
                        + (place == null
                                ? "：留痕里有，行摘要被删去了"
                                : rows.getBoolean("unknown") ? "：改动没有经过办理，留痕里没有" : "：行摘要与留痕不符，被改动过"));
            }
        }
    }

    private String name(String place) {
        var table = tables.get(place);
        return table == null ? place : table.zh();
    }

    /** Those that are there; none where the table itself is not, as in a database without that room. */
    private List<String> columns(Watched table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.place());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (table.watches(rows.getString(1))) {
                        columns.add(rows.getString(1));
                    }
                }
            }
        }
        return columns;
    }

    private void rows(Watched table, List<String> columns) throws SQLException {
        var keys = table.keys().stream().map(key -> "t." + key).toList();
        var sql = ROWS.formatted(String.join(", ", keys), table.named(), table.place());
        try (var statement = prepared(sql)) {
            statement.setArray(1, connection.createArrayOf("text", columns.toArray()));
            statement.setString(2, table.place());
            tell(table, statement);
        }
    }

    /** However much is found, some rows of it lie in memory at a time. */
    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        return statement;
    }

    private void tell(Watched table, PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.accept(table.zh() + " " + rows.getString(1)
                        + difference(rows.getBoolean("gone"), rows.getBoolean("unknown")));
            }
        }
    }

    private static String difference(boolean gone, boolean unknown) {
        if (gone) {
            return "：被删去了，没有经过办理";
        }
        return unknown ? "：留痕里没有，不是经办理进来的" : "：与办理时不符，被改动过";
    }

    /**
     * 重新登记: a migration that changed rows or columns of watched tables.
     *
     * @param migration its version, digits only
     * @param places the tables
     */
    public record Anew(String migration, Set<String> places) {

        private boolean did(@Nullable String version, @Nullable String place) {
            return migration.equals(version) && (place == null || places.contains(place));
        }
    }

    /**
     * A table whose rows acts vouch for: {@link #whole} in all that does not change without an act, or {@link #part} in some columns.
     *
     * @param keys the columns of its primary key
     * @param named SQL for what people call a row
     * @param only the columns that count; null for all but those that change without an act
     * @param but further ones that do not count
     */
    public record Watched(
            String place,
            String zh,
            List<String> keys,
            String named,
            @Nullable List<String> only,
            List<String> but) {

        /** 现行区划 follows the divisions, what is sealed and found by an index follows the keys. */
        private static final String FOLLOWS = "code_now|place_now|.*_(sealed|index|index_next)";

        /**
         * @param name the column by which people call a row; {@code null} for none
         * @param keys none for {@code id}
         */
        public static Watched whole(String place, String zh, String name, String... keys) {
            var named = name.equals("null") ? name : "t." + name;
            return new Watched(place, zh, keys.length == 0 ? List.of("id") : List.of(keys), named, null, List.of());
        }

        /** Rows called by the person's name. */
        public static Watched part(String place, String zh, String... only) {
            return new Watched(place, zh, List.of("id"), "t.person_name", List.of(only), List.of());
        }

        public boolean watches(String column) {
            return only == null ? !column.matches(FOLLOWS) && !but.contains(column) : only.contains(column);
        }
    }
}
