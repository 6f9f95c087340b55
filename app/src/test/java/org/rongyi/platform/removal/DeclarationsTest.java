package org.rongyi.platform.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.intake.RefusedRows;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Carried out on real records, within a transaction that is undone: what a constraint forbids shows only where a row is changed. */
@RongyiTest
@DisplayName("登记的每一种记录，拿数据库里有的来清除一遍：约束都容得下，剩下的只有那句话")
class DeclarationsTest {

    /** Of every state a record may be in one, where it has states; else one that is there. */
    private static final String RECORDS = """
        select r.place,
               case when exists (select from pg_attribute a where a.attrelid = r.place::regclass and a.attname = 'state' and not a.attisdropped)
                    then 'select distinct on (state) id from ' || r.place else 'select id from ' || r.place || ' limit 1' end
        from removal.root r
        order by 1
        """;

    /** Versions that count up by themselves from one say whether an open form is out of date. */
    private static final String UNMOVED = """
        select h.place || ' of ' || h.root
        from removal.holding h
        join pg_attribute a on a.attrelid = h.place::regclass and a.attname = 'version' and a.atthasdef and not a.attisdropped
        where not h.fixed and h.change is distinct from 'version = version + 1'
        """;

    private static final String SEALED_BATCH = """
        insert into intake.batch (id, kind, unit_id, code_now, account_id, post_id, by_name, file_name, digest, pieces, titles,
                                  ignored, state, created_at)
        values (?, 'persons', gen_random_uuid(), 441224000000, gen_random_uuid(), gen_random_uuid(), 'x', '名单.xlsx',
                ?::text, '{}', '{}', '{}', 'DONE', now())
        """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Vault vault;

    @Autowired
    private List<SealedPlace> places;

    @Test
    @DisplayName("有的记录都清除得了；明文里没有别的话，密文都能打开，原来的话没有了")
    void everyDeclarationHoldsOnItsRecords() throws SQLException {
        TestCounty.ensure(program);
        var sealed = places.stream()
                .filter(SealedColumn.class::isInstance)
                .map(SealedColumn.class::cast)
                .collect(Collectors.toMap(SealedColumn::name, Function.identity()));
        var tried = new ArrayList<String>();
        try (var connection = new Superuser(program).connect()) {
            connection.setAutoCommit(false);
            refusedRow(connection);
            stoppedWords(connection);
            for (var root : strings(connection, RECORDS, 2)) {
                for (var record : strings(connection, root.get(1), 1)) {
                    carryOut(connection, root.getFirst(), UUID.fromString(record.getFirst()), sealed);
                    tried.add(root.getFirst());
                }
            }
            connection.rollback();
        }
        assertThat(tried)
                .contains("visit.visit", "person.person", "intake.batch", "stopped.words", "organisation.unit");
    }

    @Test
    @DisplayName("数着版本的行，清除时版本都走一步：清除以前打开的更正页面交不上来")
    void everyVersionMoves() throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            assertThat(strings(connection, UNMOVED, 1)).isEmpty();
        }
    }

    private void carryOut(Connection connection, String root, UUID record, Map<String, SealedColumn> sealed)
            throws SQLException {
        var id = RemovalTest.entered(connection, root, record);
        for (var cell : strings(
                connection,
                "select place, cell, array_to_string(key, '|'), encode(sealed, 'hex') from removal.sealed_cells('" + id
                        + "')",
                4)) {
            var column = sealed.get(cell.get(0) + "." + cell.get(1).split(":")[0]);
            assertThat(column).as(cell.get(0) + "." + cell.get(1)).isNotNull();
            var struck = program.getBean(WordsUnderSeal.class);
            var parts = new WordsUnderSeal.Cell(cell.get(0), cell.get(1), List.of(), new byte[0]).parts();
            try (var put = connection.prepareStatement("select removal.put_sealed(?, ?, ?, ?, ?)")) {
                var key = List.of(cell.get(2).split("\\|"));
                put.setObject(1, id);
                put.setString(2, cell.get(0));
                put.setString(3, cell.get(1));
                put.setArray(4, connection.createArrayOf("text", key.toArray()));
                put.setBytes(
                        5,
                        column.rewrite(
                                key,
                                java.util.HexFormat.of().parseHex(cell.get(3)),
                                text -> struck.struck(text, parts)));
                put.execute();
            }
        }
        strings(connection, "select removal.carry_out('" + id + "')", 1);
        for (var left :
                strings(connection, """
                    select h.place, w,
                           format('select count(*) from %s where (%s) and nullif(nullif(%I, %L), removal.mark()) is not null',
                                  h.place, replace(h.rows, '$1', quote_literal('RECORD') || '::uuid'), w, '')
                    from removal.holding h, unnest(h.words) w
                    where h.root in ('ROOT', '*') and not h.fixed and not h.away
                    """.replace("RECORD", record.toString()).replace("ROOT", root), 3)) {
            assertThat(strings(connection, left.get(2), 1))
                    .as(root + ": " + left.get(0) + "." + left.get(1))
                    .containsExactly(List.of("0"));
        }
    }

    /** A list with a row that was sent back: its words are sealed, and a row sent back is never without. */
    private void refusedRow(Connection connection) throws SQLException {
        var batch = UUID.randomUUID();
        try (var insert = connection.prepareStatement(SEALED_BATCH)) {
            insert.setObject(1, batch);
            insert.setString(2, batch.toString());
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                "insert into intake.row (batch_id, row_number, state, content) values (?, 7, 'REFUSED', ?)")) {
            insert.setObject(1, batch);
            insert.setBytes(2, RefusedRows.sealed(vault, batch, 7, "话"));
            insert.executeUpdate();
        }
    }

    /** One that waits, and one that was released and not sent on: neither may be let in unseen. */
    private static void stoppedWords(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                insert into stopped.words (id, account_id, asked_name, unit_id, unit_name, field, multipart, print, asked_at, due_on,
                                           decider_unit, decider_name, state, decided_by, decided_name, decided_at, reason)
                select gen_random_uuid(), gen_random_uuid(), 'x', gen_random_uuid(), 'x', 'said', false, 'x', now(), now(),
                       gen_random_uuid(), 'x', s, d, case when d is not null then 'x' end, case when d is not null then now() end,
                       case when d is not null then '招牌' end
                from (values ('WAITING', null::uuid), ('RELEASED', gen_random_uuid())) v (s, d)
                """);
        }
    }

    private static List<List<String>> strings(Connection connection, String sql, int columns) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
        }
        return found;
    }
}
