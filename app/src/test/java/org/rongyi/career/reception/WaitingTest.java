package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.allowance.Insurances;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.career.reception.training.TrainingRoster;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("等待安置：社会保险按月算，自主就业报到了就在培训名册上")
class WaitingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Allowances allowances;

    @Autowired
    private TrainingRoster roster;

    @Autowired
    private Transactions transactions;

    private Handed handed;

    @BeforeEach
    void county() {
        handed = new Handed(program);
    }

    @ParameterizedTest(name = "{0} {1}：养老 {2} 分，医疗 {3} 分")
    @CsvSource({
        "2024-08, 441284000000, , ", // 2024 年 9 月 1 日以前没有这一条
        "2024-09, 441284000000, 41280, 10320", // 1720 × 24%，1720 × 6%
        "2025-03, 441284000000, 44400, 11100", // 1850
        "2025-03, 440103000000, 60000, 15000", // 广州 2500
        "2025-03, 440305000000, 60480, 15120" // 深圳 2520
    })
    @DisplayName("2024 年 9 月起：养老保险由财政安排，医疗保险单位缴费由政府缴纳；缴费基数没有录入的按最低工资标准")
    void insuranceByTheMonth(YearMonth month, long place, @Nullable Long pension, @Nullable Long medical) {
        var insurance = allowances.month(month, new DivisionCode(place)).insurance();
        assertThat(insurance.of(Insurances.Kind.PENSION)).isEqualTo(pension);
        assertThat(insurance.of(Insurances.Kind.MEDICAL)).isEqualTo(medical);
        assertThat(insurance.base().isEmpty()).isEqualTo(pension == null);
    }

    @Test
    @DisplayName("每一部分说出谁出、按百分之几、依据；系统默认的照实说")
    void eachPartIsSaid() {
        var insurance = allowances
                .month(YearMonth.of(2025, 3), new DivisionCode(441284000000L))
                .insurance();
        assertThat(insurance.base()).contains("缴费基数没有录入", "1850 元", "系统默认，待业务确认");
        assertThat(insurance.parts())
                .extracting(Insurances.Part::why)
                .containsExactly("养老保险单位缴费，由安置地财政安排，16%", "养老保险个人缴费，由安置地财政安排，8%", "医疗保险单位缴费，由安置地政府缴纳，6%");
        assertThat(insurance.parts().getFirst().source()).contains("退役军人安置条例", "国办发〔2019〕13号");
    }

    @Test
    @DisplayName("名册上生活补助和社会保险在一起，找得到人，导得出来")
    void onTheMonthsList() {
        var left = LocalDate.of(2025, 1, 20);
        var id = handed.received(handed.person("简保险"), Handed.sergeant(left.minusYears(13), left));
        handed.report(id, LocalDate.of(2025, 2, 3), "");
        var officer = signedIn("xian");
        var page = officer.get("/receptions/allowances?month=2025-03&q=" + encode("简保险"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("简保险", "1,850", "444", "111", "1 人");
        assertThat(officer.get("/receptions/allowances?month=2025-03&q=" + encode("没有这人"))
                        .body())
                .contains("没有叫这个名字的人");
        assertThat(officer.get("/receptions/allowances/export.xlsx?month=2025-03")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.get("/receptions/allowances/print?month=2025-03").body())
                .contains("简保险", "养老保险单位缴费");
        assertThat(officer.get("/receptions/" + id).body()).contains("另由政府缴纳社会保险");
    }

    @Test
    @DisplayName("自主就业、自主择业、复员的报到了就在名册上；没有报到的、安排工作的不在；应在报到一个月内培训")
    void whoReportsIsOnTheRoster() {
        var left = LocalDate.of(2023, 9, 1);
        var self = handed.received(handed.person("简自主"), Handed.conscript(left.minusYears(2), left));
        var chosen = handed.received(handed.person("简择业"), officer("CHOSEN", left));
        var gone = handed.received(handed.person("简复员"), officer("DEMOBILISED", left));
        var assigned = handed.received(handed.person("简安排"), Handed.sergeant(left.minusYears(13), left));
        assertThat(names(2023, "简")).doesNotContain("简自主");
        for (var one : List.of(self, chosen, gone, assigned)) {
            handed.report(one, LocalDate.of(2023, 9, 30), "");
        }
        assertThat(names(2023, "简")).contains("简自主", "简择业", "简复员").doesNotContain("简安排");
        assertThat(names(2022, "简")).isEmpty();
        assertThat(trainees(2023, "简自主"))
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(LocalDate.of(2023, 10, 30)));
    }

    @Test
    @DisplayName("培训名册按地区筛选；别处的地区不理会，还是自己辖区的；每页二十人")
    void byPlace() {
        var left = LocalDate.of(2021, 9, 1);
        for (int i = 0; i < 21; i++) {
            var id = handed.received(handed.person("翻页" + i), Handed.conscript(left.minusYears(2), left));
            handed.report(id, LocalDate.of(2021, 9, 10), "");
        }
        var officer = signedIn("xian");
        var first =
                officer.get("/receptions/training?year=2021&q=" + encode("翻页")).body();
        assertThat(first).contains("21 人", "下一页", "2021年10月10日");
        assertThat(officer.get("/receptions/training?year=2021&place=440100000000&q=" + encode("翻页"))
                        .body())
                .contains("21 人");
        assertThat(officer.get("/receptions/training/print?year=2021").body()).contains("翻页20");
        assertThat(officer.get("/receptions/training/export.xlsx?year=2021").statusCode())
                .isEqualTo(200);
        assertThat(signedIn("cun").get("/receptions/training").statusCode()).isEqualTo(403);
    }

    private Browser signedIn(String who) {
        return Browser.signedIn(port, TestCounty.ensure(program).get(who));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Discharge officer(String mode, LocalDate left) {
        return new Discharge(Rank.OFFICER, mode, "", Set.of(), left.minusYears(12), left, "ENLISTED", null, false);
    }

    private List<String> names(int year, String text) {
        return trainees(year, text).stream().map(TrainingRoster.Trainee::name).toList();
    }

    private List<TrainingRoster.Trainee> trainees(int year, String text) {
        Scope scope = handed.officer.scope();
        return transactions.read(handed.officer, () -> roster.list(new TrainingRoster.Filter(scope, year, text), 1000));
    }
}
