package org.rongyi.platform.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 盲索引列: a blind column, with {@code …_next} beside it, of a table whose key is {@code id}. A room that keeps one offers it as a
 * bean, so that a change of the key reaches all of them; a test finds columns nobody offered. Each stretch bears being done
 * twice and beside acts that write the same rows, and never waits for one: what somebody holds is left for the next pass.
 */
public final class BlindColumn {

    private static final int ROWS = 500;
    private static final String BEGINNING = new UUID(0, 0).toString();

    private static final String READ = """
            select id, {index} as index, {sealed} as sealed from {table}
            where {left} and id > :after::uuid
            order by id
            limit :rows
            """;

    private static final String LEFT = "select exists (select from {table} where {left})";

    private static final String FREE = """
            with free as (select id from {table} where id = any(:ids) order by id for update skip locked)
            """;

    private static final String FILL = FREE + """
            update {table} t
            set {index}_next = made.fresh
            from unnest(:ids::uuid[], :before::text[], :fresh::text[]) as made(id, before, fresh)
            where t.id = made.id and t.id in (select id from free) and t.{index} = made.before and t.{index}_next is null
            """;

    private static final String MOVE = FREE + """
            update {table} t set {index} = t.{index}_next where t.id in (select id from free) and t.{index} <> t.{index}_next
            """;

    private static final String CLEAR = FREE + """
            update {table} t set {index}_next = null where t.id in (select id from free)
            """;

    private final String zh;
    private final SealedField sealed;
    private final String column;
    private final String kind;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final int rows;

    /**
     * @param sealed where the value itself lies sealed, as it is indexed; a row whose value is gone cannot be found any more
     * @param kind as in {@link BlindIndexes.Hand#of}
     * @param jdbc the job's
     */
    public BlindColumn(String zh, SealedField sealed, String column, String kind, Vault vault, JdbcClient jdbc) {
        this(zh, sealed, column, kind, vault, jdbc, ROWS);
    }

    private BlindColumn(
            String zh, SealedField sealed, String column, String kind, Vault vault, JdbcClient jdbc, int rows) {
        this.rows = rows;
        this.zh = zh;
        this.sealed = sealed;
        this.column = column;
        this.kind = kind;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** The same by shorter stretches. */
    BlindColumn inStretchesOf(int fewer) {
        return new BlindColumn(zh, sealed, column, kind, vault, jdbc, fewer);
    }

    /** {@code schema.table.column}. */
    public String name() {
        return sealed.table() + "." + column;
    }

    /** What lies there, in words. */
    public String zh() {
        return zh;
    }

    private record Row(UUID id, String index, byte @Nullable [] sealed) {}

    /**
     * One stretch of a stage.
     *
     * @param after null: from the beginning
     */
    SealedPlace.Step step(BlindIndexes.State state, @Nullable String after) {
        var found = jdbc.sql(words(READ, state.stage()))
                .param("after", after == null ? BEGINNING : after)
                .param("rows", rows)
                .query((row, n) ->
                        new Row(row.getObject("id", UUID.class), row.getString("index"), row.getBytes("sealed")))
                .list();
        int changed = found.isEmpty() ? 0 : change(state, found);
        return new SealedPlace.Step(
                found.size() < rows ? null : found.getLast().id().toString(), changed);
    }

    /** Whether something still waits in this stage. */
    boolean isLeft(BlindIndexes.State state) {
        return jdbc.sql(words(LEFT, state.stage())).query(Boolean.class).single();
    }

    private int change(BlindIndexes.State state, List<Row> found) {
        var ids = found.stream().map(Row::id).toArray(UUID[]::new);
        return switch (state.stage()) {
            case FILLING -> fill(state.coming(), found, ids);
            case MOVING ->
                jdbc.sql(words(MOVE, state.stage())).param("ids", ids).update();
            case CLEARING ->
                jdbc.sql(words(CLEAR, state.stage())).param("ids", ids).update();
            case STEADY, ANNOUNCED -> throw new IllegalStateException("nothing is done in " + state.stage());
        };
    }

    private int fill(int version, List<Row> found, UUID[] ids) {
        var before = new ArrayList<String>();
        var fresh = new ArrayList<String>();
        for (var row : found) {
            before.add(row.index());
            fresh.add(fresh(version, row));
        }
        return jdbc.sql(words(FILL, BlindIndexes.Stage.FILLING))
                .param("ids", ids)
                .param("before", before.toArray(String[]::new))
                .param("fresh", fresh.toArray(String[]::new))
                .update();
    }

    /** A value that is gone has nothing to be found by: the row's own id stands in for it, equal to nothing else. */
    private String fresh(int version, Row row) {
        var value = row.sealed();
        return value == null
                ? "gone." + row.id()
                : vault.blindIndex(version, kind, vault.open(sealed, row.id(), value));
    }

    private String words(String statement, BlindIndexes.Stage stage) {
        return statement
                .replace("{left}", left(stage))
                .replace("{table}", sealed.table())
                .replace("{sealed}", sealed.column())
                .replace("{index}", column);
    }

    private static String left(BlindIndexes.Stage stage) {
        return switch (stage) {
            case FILLING -> "{index} is not null and {index}_next is null";
            case MOVING -> "{index} <> {index}_next";
            case CLEARING -> "{index}_next is not null";
            case STEADY, ANNOUNCED -> "false";
        };
    }
}
