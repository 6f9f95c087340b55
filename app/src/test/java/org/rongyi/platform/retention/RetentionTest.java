package org.rongyi.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("保存期限：过了期限的每夜删除，没过的一条不动")
class RetentionTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Retention retention;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private JdbcClient jobs() {
        return program.getBean("jobJdbc", JdbcClient.class);
    }

    @Test
    @DisplayName("期满前一天的留着，期满的删去；删了多少记在留痕和保存期限页上")
    void theLastDayIsKeptAndTheDayBeforeGoes() {
        var personas = TestCounty.ensure(program);
        var months = standing("act.command").months();
        assertThat(months).isEqualTo(12);
        var edge = LocalDate.now(clock).minusMonths(months).atStartOfDay(ZONE).toOffsetDateTime();
        var kept = command(edge);
        var gone = command(edge.minusSeconds(1));
        assertThat(standing("act.command").past()).isEqualTo(1);

        retention.run();

        assertThat(commands(kept)).isEqualTo(1);
        assertThat(commands(gone)).isZero();
        var after = standing("act.command");
        assertThat(after.past()).isZero();
        assertThat(after.done().deleted()).isGreaterThanOrEqualTo(1);
        assertThat(jobs().sql("select count(*) from audit.trail where act = 'DeleteExpired'")
                        .query(Long.class)
                        .single())
                .isPositive();
        retention.run();
        assertThat(standing("act.command").done()).isEqualTo(after.done());

        var page = Browser.signedIn(port, personas.get("shenji")).get("/retention");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("防重复提交的命令", "12 个月", "操作留痕", "至少三年");
        assertThat(Browser.signedIn(port, personas.get("cun")).get("/retention").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("多于一批的删完为止，各类互不相干")
    void moreThanOneLotGoes() {
        var edge = LocalDate.now(clock)
                .minusMonths(standing("act.command").months())
                .atStartOfDay(ZONE)
                .toOffsetDateTime();
        jobs().sql("""
                        insert into act.command (actor_key, id, act, digest, at)
                        select 'job:retention', gen_random_uuid(), 'Past', 'x', :at from generate_series(1, 2500)
                        """).param("at", edge.minusDays(1)).update();
        var others = retention.standings().stream()
                .filter(one -> !one.kind().id().equals("act.command"))
                .toList();
        retention.run();
        assertThat(standing("act.command").past()).isZero();
        assertThat(retention.standings())
                .filteredOn(one -> !one.kind().id().equals("act.command") && one.past() > 0)
                .isEmpty();
        assertThat(others).isNotEmpty();
    }

    @Test
    @DisplayName("上传的名册过期：文件和退回的行删去，批次和已导入的记着，同一文件仍认得")
    void theRosterGoesAndItsBatchStays() {
        TestCounty.ensure(program);
        var months = standing("intake.upload").months();
        var old = batch("DONE", months + 1);
        var recent = batch("DONE", months - 1);
        var forgotten = batch("CHECKED", months + 1);
        jobs().sql("""
                        insert into intake.row (batch_id, row_number, state, subject, content)
                        values (:batch, 2, 'IMPORTED', gen_random_uuid(), null), (:batch, 3, 'REFUSED', null, '\\x01'::bytea)
                        """).param("batch", old).update();

        retention.run();

        assertThat(shape(old)).isEqualTo(Map.of("state", "DONE", "pieces", 0, "rows", 1L));
        assertThat(shape(recent)).isEqualTo(Map.of("state", "DONE", "pieces", 1, "rows", 0L));
        assertThat(shape(forgotten)).isEqualTo(Map.of("state", "WITHDRAWN", "pieces", 0, "rows", 0L));
        for (var batch : List.of(old, recent, forgotten)) {
            jobs().sql("delete from intake.row where batch_id = :id")
                    .param("id", batch)
                    .update();
            jobs().sql("delete from intake.batch where id = :id")
                    .param("id", batch)
                    .update();
        }
    }

    private Retention.Standing standing(String kind) {
        return retention.standings().stream()
                .filter(one -> one.kind().id().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private UUID command(OffsetDateTime at) {
        var id = Ids.next();
        jobs().sql("insert into act.command (actor_key, id, act, digest, at) values ('job:t', :id, 'Past', 'x', :at)")
                .param("id", id)
                .param("at", at)
                .update();
        return id;
    }

    private long commands(UUID id) {
        return jobs().sql("select count(*) from act.command where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private UUID batch(String state, int monthsAgo) {
        var office = TestCounty.office(program, "xian");
        var id = Ids.next();
        jobs().sql("""
                        insert into intake.batch (id, kind, unit_id, code_now, account_id, post_id, by_name, file_name, digest,
                                                  pieces, titles, ignored, state, created_at)
                        values (:id, 'persons', :unit, :code, :account, :post, '测试', '名册.xlsx', :id::text,
                                '{none}', '{姓名}', '{}', :state, :at)
                        """)
                .param("id", id)
                .param("unit", office.unit())
                .param("code", office.unitCode().value())
                .param("account", office.account())
                .param("post", office.post())
                .param("state", state)
                .param("at", OffsetDateTime.now(clock).minusMonths(monthsAgo))
                .update();
        return id;
    }

    private Map<String, Object> shape(UUID batch) {
        return jobs().sql("""
                        select state, cardinality(pieces) as pieces,
                               (select count(*) from intake.row r where r.batch_id = b.id) as rows
                        from intake.batch b where id = :id
                        """).param("id", batch).query().singleRow();
    }
}
