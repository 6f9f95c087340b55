package org.rongyi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.WrongInput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@DisplayName("演示全省：文章里的数一个不差，每次一样")
class DemoProvinceTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("全省的数照文章：426,800 人次、2.5 亿元，其中应急救助 2,200 人次、5,324 万元，装载的计划分毫不差")
    void theWholeProvinceIsPlannedToTheYuan() {
        var whole = Province.Size.WHOLE;
        assertThat(ProvinceSums.Aid.planned(whole).text())
                .isEqualTo("帮扶援助 426,800 人次，250,000,000.00 元；其中应急救助 2,200 人次，53,240,000.00 元");
        var amounts = new AidAmounts(whole);
        long yuan = 0;
        for (int i = 0; i < whole.aids() - whole.emergencies(); i++) {
            yuan += amounts.next().yuan();
        }
        long emergency = 0;
        for (int i = 0; i < whole.emergencies(); i++) {
            emergency += amounts.nextEmergency();
        }
        assertThat(amounts.areGiven()).isTrue();
        assertThat(emergency).isEqualTo(53_240_000);
        assertThat(yuan + emergency).isEqualTo(250_000_000);
    }

    @Test
    @DisplayName("27,618 个站、39,000 人、人员、走访、帮扶援助按数生成，账一分不差；汇总等于逐条复核；目录里已有数据时说明白，什么也不写；另一个进程在另一个目录里生成的，摘要相同")
    void isExactAndTheSameEachTime() throws IOException, SQLException {
        String first;
        try (var program =
                ProvinceProcess.start(home.resolve("one"), new PrintStream(printed, true, StandardCharsets.UTF_8))) {
            program.getBean(DemoProvince.class).build(ProvinceProcess.SMALL);
            var jdbc = program.getBean("jobJdbc", JdbcClient.class);
            assertThat(count(jdbc, "organisation.unit where kind in ('CENTRE', 'STATION')"))
                    .isEqualTo(27_618);
            assertThat(count(jdbc, "(select distinct account_id from organisation.staff) s"))
                    .isEqualTo(39_000);
            assertThat(count(jdbc, "person.person")).isEqualTo(1_900);
            assertThat(count(jdbc, "visit.attendee where mode = 'HOME' and result = 'MET'"))
                    .as("走访人次")
                    .isEqualTo(1_504);
            assertThat(count(jdbc, "approval.case_file where service = 'CORRECTION'"))
                    .as("更正办件")
                    .isBetween(30L, 40L);
            aidIsExact(jdbc, program.getBean(ProvinceSums.class));
            assertThat(findings(program)).as("账目校验").isEmpty();
            assertThat(count(
                            jdbc,
                            "approval.case_file c where c.state <> 'CLOSED' and not exists"
                                    + " (select from approval.task t where t.case_id = c.id and t.state = 'OPEN')"))
                    .as("没办结的都有人在等")
                    .isZero();
            assertThat(count(
                            jdbc,
                            "approval.task where state = 'OPEN' and due_on < '2021-06-23' and raised_unit is null"))
                    .as("逾期的都在上一级的清单上")
                    .isZero();
            assertThat(program.getBean(Recount.class).run()).as("复核").isEmpty();
            assertThat(program.getBean(Personas.class).all())
                    .extracting(Personas.Entry::username)
                    .startsWith("cun", "cun2", "zhen", "xian")
                    .contains("admin", "laobing");
            first = program.getBean(ProvinceDigest.class).compute();
            refusesADirectoryWithData(program);
            assertThat(program.getBean(ProvinceDigest.class).compute()).isEqualTo(first);
        }
        assertThat(ProvinceProcess.digest(home.resolve("two"))).isEqualTo(first);
    }

    private void refusesADirectoryWithData(ConfigurableApplicationContext program) {
        var launch = Launch.parse(List.of("demo", "province", "--data", home.toString()), Map.of());
        assertThatThrownBy(() -> program.getBean(DemoProvince.class).run(launch))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("空目录");
        assertThatThrownBy(() -> program.getBean(ProvinceSums.class).lines(Province.Size.WHOLE))
                .as("合计不是计划的，不印出来")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planned");
    }

    /** The article's sums, one in a thousand: by the figures, by the cases, and printed. */
    private void aidIsExact(JdbcClient jdbc, ProvinceSums sums) {
        var article = new ProvinceSums.Aid(426, 25_000_000, 2, 5_324_000);
        assertThat(sums.figures()).isEqualTo(article);
        assertThat(sums.cases()).isEqualTo(article);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("帮扶援助 426 人次，250,000.00 元；其中应急救助 2 人次，53,240.00 元")
                .contains(sums.books().text());
        assertThat(sums.books().promised())
                .as("由资金出的都付了")
                .isPositive()
                .isEqualTo(sums.books().paid())
                .isEqualTo(sums.books().spent());
        assertThat(count(jdbc, "relief.aid where granted_modes is null")).isZero();
        assertThat(count(jdbc, "approval.case_file where service in ('HARDSHIP', 'EMERGENCY') and result = 'AGREED'"))
                .isEqualTo(426);
        assertThat(sum(jdbc, "balance", "fund.account where kind = 'PRINCIPAL'"))
                .as("本金不动")
                .isEqualTo(-100_000_000_000L)
                .isEqualTo(-sum(jdbc, "balance", "fund.account where kind = 'INVESTMENT'"));
    }

    private static List<String> findings(ConfigurableApplicationContext program) throws SQLException {
        try (var connection = program.getBean("jobPool", DataSource.class).getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }

    private static long sum(JdbcClient jdbc, String what, String from) {
        return jdbc.sql("select coalesce(sum(" + what + "), 0)::bigint from " + from)
                .query(Long.class)
                .single();
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
