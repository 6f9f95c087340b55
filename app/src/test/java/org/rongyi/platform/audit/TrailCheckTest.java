package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("slow")
@DisplayName("留痕校验：改动、删去、调换、插入、截断，一处也逃不过，并指出在哪里")
class TrailCheckTest {

    private static final int BATCHES = 6;
    private static final int ROWS = 240;
    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** How each column of a row is changed into something else. */
    private static final Map<String, String> EDITS = new TreeMap<>(Map.ofEntries(
            Map.entry("id", "gen_random_uuid()"),
            Map.entry("at", "at + interval '1 microsecond'"),
            Map.entry("actor_key", "actor_key || 'x'"),
            Map.entry("actor_name", "actor_name || ' '"),
            Map.entry("account_id", "case when account_id is null then id end"),
            Map.entry("post_id", "case when post_id is null then id end"),
            Map.entry("unit_id", "case when unit_id is null then id end"),
            Map.entry("unit_code", "coalesce(unit_code + 1, 0)"),
            Map.entry("act", "act || 'x'"),
            Map.entry("subject", "case when subject is null then id end"),
            Map.entry("outcome", "outcome || ' '"),
            Map.entry("done", "not done"),
            Map.entry("request_id", "case when request_id is null then '' end"),
            Map.entry("purpose", "coalesce(purpose || 'x', '')"),
            Map.entry("before", "coalesce(before || ' ', '')"),
            Map.entry("after", "case when after is null then '{}' end"),
            Map.entry("batch", "batch + 1")));

    private static final Map<String, String> BATCH_EDITS = new TreeMap<>(Map.ofEntries(
            Map.entry("number", "number + 100"),
            Map.entry("old", "not old"),
            Map.entry("previous", "set_byte(previous, 31, get_byte(previous, 31) # 1)"),
            Map.entry("first_seq", "first_seq + 1"),
            Map.entry("size", "size - 1"),
            Map.entry("root", "set_byte(root, 0, get_byte(root, 0) # 128)"),
            Map.entry("leaves", "set_byte(leaves, 40, get_byte(leaves, 40) # 1)"),
            Map.entry("sealed_at", "sealed_at - interval '1 microsecond'"),
            Map.entry("head", "set_byte(head, 16, get_byte(head, 16) # 1)"),
            Map.entry("key", "reverse(key)"),
            Map.entry("signature", "set_byte(signature, 63, get_byte(signature, 63) # 1)")));

    @Autowired
    private ApplicationContext program;

    private SideTrail trail;
    private Connection thief;
    private int tried;

    @BeforeEach
    void sealed() throws SQLException, IOException {
        trail = SideTrail.create(program, "check_test");
        for (int i = 0; i < BATCHES; i++) {
            trail.fill(ROWS / BATCHES);
            trail.sealer.seal(1);
        }
        thief = trail.database.superuser();
        thief.setAutoCommit(false);
        assertThat(check()).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        thief.close();
        trail.close();
    }

    @Test
    @DisplayName("每一行每一列改一处，都指出是哪一行")
    void everyEditOfARowIsFoundAndNamed() throws SQLException {
        for (var edit : EDITS.entrySet()) {
            for (int seq = 1; seq <= ROWS; seq += FULL ? 1 : 11) {
                var found = afterwards(
                        "update audit.entry set %s = %s where seq = %d".formatted(edit.getKey(), edit.getValue(), seq));
                assertThat(found)
                        .as("%s of %d", edit.getKey(), seq)
                        .singleElement()
                        .asString()
                        .startsWith("序号 " + seq + "（");
            }
        }
        assertThat(tried).isGreaterThan(FULL ? 4_000 : 350);
    }

    @Test
    @DisplayName("删一行、两行对调、插一行、改序号，都指出序号")
    void removedSwappedAndInsertedRowsAreFound() throws SQLException {
        for (int seq = 1; seq <= ROWS; seq += FULL ? 1 : 7) {
            removeSwapInsert(seq);
        }
        assertThat(tried).isGreaterThan(FULL ? 1_500 : 200);
    }

    private void removeSwapInsert(int seq) throws SQLException {
        assertThat(afterwards("delete from audit.entry where seq = " + seq))
                .singleElement()
                .asString()
                .startsWith("序号 " + seq + "（第 ");
        assertThat(afterwards("update audit.entry set seq = seq + 1000 where seq = " + seq))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("序号 " + seq + "（第 "))
                .anyMatch(text -> text.startsWith("序号 " + (seq + 1000) + "（"));
        int other = seq % ROWS + 1;
        assertThat(afterwards(
                        "update audit.entry set seq = -1 where seq = " + seq,
                        "update audit.entry set seq = %d where seq = %d".formatted(seq, other),
                        "update audit.entry set seq = %d where seq = -1".formatted(other)))
                .hasSizeBetween(2, 4)
                .anyMatch(text -> text.startsWith("序号 " + seq + "（"))
                .anyMatch(text -> text.startsWith("序号 " + other + "（"));
        var copy = "insert into audit.entry select (jsonb_populate_record(null::audit.entry, to_jsonb(e)"
                + " || jsonb_build_object('id', gen_random_uuid(), 'seq', %s))).* from audit.entry e where seq = "
                + seq;
        assertThat(afterwards(copy.formatted("null")))
                .singleElement()
                .asString()
                .contains("没有序号");
        assertThat(afterwards(copy.formatted(ROWS + 1)))
                .singleElement()
                .asString()
                .contains("末批之后");
        assertThat(afterwards(copy.formatted("0"))).singleElement().asString().contains("不属于任何一批");
        assertThat(afterwards("drop index audit.entry_seq", copy.formatted(seq)))
                .anyMatch(text -> text.startsWith("序号 " + seq + "（"));
    }

    @Test
    @DisplayName("截去尾部：行、批、连同批，从哪一批截起都发现")
    void aCutTailIsFound() throws SQLException {
        for (int seq = 2; seq <= ROWS; seq += FULL ? 1 : 7) {
            assertThat(afterwards("delete from audit.entry where seq >= " + seq))
                    .anyMatch(text -> text.contains("删去"));
        }
        for (int batch = 1; batch <= BATCHES; batch++) {
            assertThat(afterwards(
                            "delete from audit.entry where batch >= " + batch,
                            "delete from audit.batch where number >= " + batch))
                    .hasSize(BATCHES - batch + 1)
                    .allMatch(text -> text.contains("已从库中截去"));
            assertThat(afterwards("delete from audit.batch where number >= " + batch))
                    .isNotEmpty();
            assertThat(afterwards("delete from audit.batch where number = " + batch))
                    .isNotEmpty();
            assertThat(afterwards(
                            "delete from audit.batch where number = " + batch,
                            "delete from audit.entry where batch = " + batch))
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("批次记录改一处，都指出是哪一批")
    void everyEditOfABatchIsFound() throws SQLException {
        for (int batch = 1; batch <= BATCHES; batch++) {
            for (var edit : BATCH_EDITS.entrySet()) {
                var found = afterwards("update audit.batch set %s = %s where number = %d"
                        .formatted(edit.getKey(), edit.getValue(), batch));
                assertThat(found).as("%s of %d", edit.getKey(), batch).anyMatch(names(batch));
            }
            for (var bytes : Map.of("previous", 32, "root", 32, "head", 32, "signature", 64)
                    .entrySet()) {
                for (int i = 0; i < bytes.getValue(); i += FULL ? 1 : 11) {
                    var column = bytes.getKey();
                    var found = afterwards(
                            "update audit.batch set %s = set_byte(%s, %d, get_byte(%s, %d) # 4) where number = %d"
                                    .formatted(column, column, i, column, i, batch));
                    assertThat(found).as("byte %d of %s", i, column).anyMatch(names(batch));
                }
            }
        }
        assertThat(tried).isGreaterThan(FULL ? 900 : 90);
    }

    @Test
    @DisplayName("链头文件改一处、缺一行、换两行、多一行，都发现")
    void everyEditOfTheHeadsFileIsFound() throws SQLException, IOException {
        var lines = Files.readAllLines(trail.heads());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            for (int at = 0; at < line.length(); at += FULL ? 1 : 19) {
                var other = line.charAt(at) == '1' ? '2' : '1';
                assertThat(withHeads(replaced(lines, i, line.substring(0, at) + other + line.substring(at + 1))))
                        .as("character %d of line %d", at, i)
                        .isNotEmpty();
            }
            var without = new ArrayList<>(lines);
            without.remove(i);
            assertThat(withHeads(without)).singleElement().asString().contains("缺少第 " + (i + 1) + " 批");
            var twice = new ArrayList<>(lines);
            twice.add(i, line);
            assertThat(withHeads(twice)).isNotEmpty();
            if (i > 0) {
                var swapped = replaced(replaced(lines, i, lines.get(i - 1)), i - 1, line);
                assertThat(withHeads(swapped)).isNotEmpty();
            }
        }
        assertThat(withHeads(List.of())).singleElement().asString().contains("缺少第 1–6 批");
        assertThat(withHeads(lines)).isEmpty();
    }

    @Test
    @DisplayName("刚办的还没有封存，不算错；超过时限没有封存的，指出来")
    void rowsThatWaitTooLongAreTold() throws SQLException {
        trail.act("Late", 1);
        trail.pass(TrailCheck.WINDOW.toSeconds());
        assertThat(check()).isEmpty();
        trail.pass(1);
        assertThat(check()).singleElement().asString().contains("没有封存");
        trail.sealer.seal(1);
        assertThat(check()).isEmpty();
    }

    private static java.util.function.Predicate<String> names(int batch) {
        return text -> text.contains("第 " + batch + " 批") || text.contains("第 1–" + batch + " 批");
    }

    private static List<String> replaced(List<String> lines, int place, String by) {
        var other = new ArrayList<>(lines);
        other.set(place, by);
        return other;
    }

    private List<String> withHeads(List<String> lines) throws SQLException, IOException {
        var before = Files.readAllLines(trail.heads());
        Files.write(trail.heads(), lines);
        try {
            return check();
        } finally {
            Files.write(trail.heads(), before);
        }
    }

    /** What is found after the statements; they are then taken back. */
    private List<String> afterwards(String... statements) throws SQLException {
        try (var statement = thief.createStatement()) {
            int changed = 0;
            for (var sql : statements) {
                changed += statement.executeUpdate(sql);
            }
            assertThat(changed).as(String.join("; ", statements)).isPositive();
            return check();
        } finally {
            thief.rollback();
        }
    }

    private List<String> check() throws SQLException {
        tried++;
        try {
            return trail.check(thief, null).findings().first();
        } finally {
            thief.rollback();
        }
    }
}
