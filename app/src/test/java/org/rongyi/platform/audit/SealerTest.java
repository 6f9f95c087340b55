package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@Tag("slow")
@DisplayName("留痕封存：不丢、不重、不缺号，办理不等它")
class SealerTest {

    private static final int MANY = 100;

    @Autowired
    private ApplicationContext program;

    private SideTrail trail;

    @BeforeEach
    void open() throws SQLException, IOException {
        trail = SideTrail.create(program, "sealer_test");
    }

    @AfterEach
    void close() throws Exception {
        trail.close();
    }

    @Test
    @DisplayName("钟往回拨一天、往前拨一天：编号照样相接，校验照样完好")
    void theClockMayJump() throws SQLException {
        for (long jump : new long[] {0, -86_400, 86_400}) {
            trail.pass(jump);
            trail.act("RecordVisit", 5);
            trail.sealer.seal(MANY);
        }
        assertThat(trail.seqsOf("RecordVisit"))
                .isEqualTo(LongStream.rangeClosed(1, 15).boxed().toList());
        try (var connection = trail.database.superuser()) {
            connection.setAutoCommit(false);
            assertThat(trail.check(connection, null).findings().first()).isEmpty();
        }
    }

    @Test
    @DisplayName("办了的先在新留痕里，封存后移入；两处合起来每条都看得到一次")
    void aRowIsSeenOnceBeforeAndAfter() {
        trail.act("First", 3);
        assertThat(seen("First")).isEqualTo(3);
        assertThat(trail.seqsOf("First")).isEmpty();
        trail.sealer.seal(MANY);
        assertThat(seen("First")).isEqualTo(3);
        assertThat(trail.seqsOf("First")).containsExactly(1L, 2L, 3L);
        assertThat(trail.unsealed()).isZero();
    }

    @Test
    @DisplayName("办理的角色：只能加进新留痕，不能改、不能删，也不能直接写进已封存的；作业改不了编过号的")
    void actsMayOnlyAdd() {
        trail.act("First", 1);
        trail.sealer.seal(MANY);
        trail.act("Second", 1);
        var app = JdbcClient.create(trail.database.as("rongyi_app"));
        for (var sql : List.of(
                "delete from audit.fresh",
                "update audit.fresh set outcome = 'x'",
                "delete from audit.entry",
                "update audit.entry set outcome = 'x'",
                "insert into audit.entry select * from audit.entry",
                "insert into audit.batch select * from audit.batch",
                "update audit.batch set size = 2",
                "delete from audit.batch")) {
            assertThatThrownBy(() -> app.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(trail.everything.sql("update audit.entry set seq = 9").update())
                .isZero();
        for (var sql : List.of(
                "update audit.entry set outcome = 'x'",
                "delete from audit.entry",
                "update audit.batch set size = 2",
                "delete from audit.batch",
                "update audit.fresh set outcome = 'x'")) {
            assertThatThrownBy(() -> trail.everything.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    @DisplayName("封存启用之前的旧行：先封旧的，再封新的，内容不动")
    void rowsFromBeforeAreSealedToo() throws Exception {
        trail.close();
        trail = SideTrail.before(program, "sealer_test");
        int old = Sealer.BATCH_ROWS + 7;
        trail.everything.sql("""
                        insert into audit.entry (id, at, actor_key, actor_name, act, outcome, done)
                        select gen_random_uuid(), timestamptz '2026-01-01 00:00+08' + n * interval '1 second',
                               'visitor', '公众', 'Old', 'Done', true
                        from generate_series(1, :old) n""").param("old", old).update();
        trail.migrate();
        trail.act("New", 2);
        assertThat(trail.sealer.seal(MANY)).isEqualTo(3);
        assertThat(trail.seqsOf("Old"))
                .isEqualTo(LongStream.rangeClosed(1, old).boxed().toList());
        assertThat(trail.seqsOf("New")).containsExactly(old + 1L, old + 2L);
        assertThat(seen("Old")).isEqualTo(old);
    }

    @Test
    @DisplayName("边办边封，三个进程同时封：序号不缺，每条恰好一次")
    void actsAndSealersDoNotDisturbEachOther() throws Exception {
        int clerks = 6;
        int each = "full".equals(System.getProperty("rongyi.dose")) ? 120 : 25;
        var sealers = List.of(trail.sealer, trail.anotherSealer(), trail.anotherSealer());
        var working = new AtomicInteger(clerks);
        try (var threads = Executors.newFixedThreadPool(clerks + sealers.size())) {
            var all = new java.util.ArrayList<CompletableFuture<Void>>();
            IntStream.range(0, clerks)
                    .forEach(clerk -> all.add(CompletableFuture.runAsync(
                            () -> {
                                trail.act("Clerk" + clerk, each);
                                working.decrementAndGet();
                            },
                            threads)));
            sealers.forEach(sealer -> all.add(CompletableFuture.runAsync(
                    () -> {
                        while (working.get() > 0) {
                            sealer.seal(1);
                        }
                    },
                    threads)));
            all.forEach(CompletableFuture::join);
        }
        trail.sealer.seal(MANY);
        var seqs = trail.everything
                .sql("select seq from audit.entry order by seq")
                .query(Long.class)
                .list();
        assertThat(seqs)
                .isEqualTo(
                        LongStream.rangeClosed(1, (long) clerks * each).boxed().toList());
        for (int clerk = 0; clerk < clerks; clerk++) {
            assertThat(trail.seqsOf("Clerk" + clerk)).hasSize(each);
        }
        assertThat(trail.unsealed()).isZero();
    }

    @Test
    @DisplayName("封到一半连接断了：什么也没有丢，再封时每条恰好一次")
    void aSealerKilledInTheMiddleLeavesNothingHalf() throws Exception {
        trail.act("First", 5);
        trail.sealer.seal(MANY);
        trail.act("Second", 20);
        try (var holder = trail.database.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table audit.batch in share mode"); // it has moved the rows and cannot add the head
            var sealing = CompletableFuture.runAsync(() -> trail.sealer.seal(MANY));
            int killed = 0;
            while (killed == 0) {
                assertThat(sealing).isNotDone();
                try (var rows = statement.executeQuery("""
                        select count(*) filter (where pg_terminate_backend(pid)) from pg_locks
                        where not granted and relation = 'audit.batch'::regclass
                          and database = (select oid from pg_database where datname = current_database())""")) {
                    rows.next();
                    killed = rows.getInt(1);
                }
            }
            assertThatThrownBy(sealing::join).hasCauseInstanceOf(DataAccessException.class);
            holder.rollback();
        }
        assertThat(trail.unsealed()).isEqualTo(20);
        assertThat(seen("Second")).isEqualTo(20);
        assertThat(trail.seqsOf("Second")).isEmpty();
        trail.sealer.seal(MANY);
        assertThat(trail.seqsOf("Second"))
                .isEqualTo(LongStream.rangeClosed(6, 25).boxed().toList());
    }

    @Test
    @DisplayName("链头抄到一半停了：下次补齐，写了半行的先去掉")
    void headsThatWereNotCopiedAreCopiedLater() throws IOException {
        for (int i = 0; i < 4; i++) {
            trail.act("Act", 2);
            trail.sealer.seal(MANY);
        }
        var whole = Files.readString(trail.heads());
        assertThat(whole.lines())
                .hasSize(4)
                .allMatch(line -> HeadLine.parse(line).isPresent());
        var lines = whole.lines().toList();
        Files.writeString(
                trail.heads(),
                lines.get(0) + "\n" + lines.get(1).substring(0, 50),
                StandardOpenOption.TRUNCATE_EXISTING);
        trail.sealer.seal(MANY);
        assertThat(Files.readString(trail.heads())).isEqualTo(whole);
        Files.delete(trail.heads());
        trail.sealer.seal(MANY);
        assertThat(Files.readString(trail.heads())).isEqualTo(whole);
    }

    private long seen(String act) {
        return trail.everything
                .sql("select count(*) from audit.trail where act = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }
}
