package org.rongyi.care.relief.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.care.relief.rule.Application.DAY;
import static org.rongyi.care.relief.rule.Application.TERMS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Evaluation.Line;
import org.rongyi.care.relief.rule.Evaluation.Point;
import org.rongyi.people.person.Category;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.kernel.DivisionCode;

@DisplayName("困难帮扶援助：谁、什么情形、多少、为什么")
class HardshipRuleTest {

    @ParameterizedTest(name = "{0}，{1}，户籍在本省 {2}：{3}")
    @CsvSource({
        "DISCHARGED_SOLDIER, DISABLED, YES, MET, MET",
        "TRANSFERRED_OFFICER, JOBLESS, YES, MET, MET",
        "DISABLED_SOLDIER, RELAPSE, YES, MET, MET",
        "DEMOBILISED, ACCIDENT, YES, MET, MET",
        "RED_ARMY_VETERAN, OTHER, YES, MET, MET",
        "RETIRED_CADRE, OTHER, YES, MET, MET",
        "MARTYR_FAMILY, ACCIDENT, YES, MET, MET",
        "DECEASED_FAMILY, OTHER, YES, MET, MET",
        "DUTY_DEATH_FAMILY, DISABLED, YES, MET, NOT_MET",
        "SERVING_FAMILY, JOBLESS, YES, MET, NOT_MET",
        "DISABLED_MILITIA, RELAPSE, YES, MET, NOT_MET",
        "RETIRED_WORKER, ACCIDENT, YES, NOT_MET, NOT_MET",
        "DISCHARGED_SOLDIER, ACCIDENT, NO, NOT_MET, MET",
        "DISCHARGED_SOLDIER, ACCIDENT, UNKNOWN, UNKNOWN, MET"
    })
    @DisplayName("第十条、第十一条：本省户籍的退役军人和其他优抚对象；前三种情形只给退役军人")
    void objectsAndSituations(
            Category category, Situation situation, Facts.Known registered, Finding object, Finding use) {
        var facts = new Application()
                .standing(Standing.of(EnumSet.of(category)))
                .registered(registered)
                .situation(situation)
                .facts();
        var evaluation = HardshipRule.evaluate(facts, TERMS);
        assertThat(evaluation.line(Point.OBJECT).finding()).isEqualTo(object);
        assertThat(evaluation.line(Point.SITUATION).finding()).isEqualTo(use);
        assertThat(evaluation.hindrance().isPresent()).isEqualTo(object == Finding.NOT_MET || use == Finding.NOT_MET);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "441284001001, 镇街受理 镇街审核 村（社区）公示 县级审批",
        "441900003001, 镇街受理 镇街审核 村（社区）公示 市局审批",
        "442000001001, 镇街受理 镇街审核 村（社区）公示 市局审批"
    })
    @DisplayName("走哪条路：有县的由县级审批，东莞、中山由市局审批；都能复核")
    void theRouteOfAPlace(long village, String steps) {
        var route = RouteBook.shipped()
                .get("HARDSHIP")
                .on(DAY, new DivisionCode(village))
                .orElseThrow();
        assertThat(route.steps().stream().map(Step::zh).collect(Collectors.joining(" ")))
                .isEqualTo(steps);
        assertThat(route.step(route.deciding()).zh()).endsWith("审批");
        assertThat(route.hasReview()).isTrue();
    }

    @Test
    @DisplayName("既是退役军人又是遗属的，按退役军人")
    void whoeverIsBothIsAVeteran() {
        assertThat(Standing.of(EnumSet.of(Category.MARTYR_FAMILY, Category.DISCHARGED_SOLDIER)))
                .isEqualTo(Standing.VETERAN);
        assertThat(Standing.of(EnumSet.of(Category.MARTYR_FAMILY, Category.RETIRED_WORKER)))
                .isEqualTo(Standing.OTHER_OBJECT);
    }

    @ParameterizedTest(name = "{0} 的文书，{1} 申请：{2}")
    @CsvSource({
        "2021-06-01, 2021-06-23, NOT_MET",
        "2021-06-23, 2021-06-23, NOT_MET",
        "2019-06-23, 2021-06-23, NOT_MET",
        "2019-06-22, 2021-06-23, MET",
        "2021-06-24, 2021-06-23, MET",
        "2020-02-29, 2022-02-28, NOT_MET",
        "2020-02-29, 2022-03-01, MET"
    })
    @DisplayName("第十二条：只看申请日前两年，两头都算；过了就不再影响")
    void aBarLooksBackTwoYears(LocalDate document, LocalDate applied, Finding finding) {
        var bar = new Barred("CRIME", document, "刑事判决书", "四会市人民法院");
        var line = HardshipRule.evaluate(
                        new Application().applied(applied).bars(bar).facts(), TERMS)
                .line(Point.BAR);
        assertThat(line.finding()).isEqualTo(finding);
        if (finding == Finding.NOT_MET) {
            assertThat(line.words()).contains("四会市人民法院", "刑事判决书");
            assertThat(applied).isBeforeOrEqualTo(bar.lastDay(TERMS.barYears()));
        }
    }

    @ParameterizedTest(name = "{0} {1} 天前，{2}，理由“{3}”，认定 {4}：{5}")
    @CsvSource({
        "ACCIDENT, 0, OPEN, '', , NOT_MET",
        "ACCIDENT, 30, OPEN, 又住院了, , NOT_MET",
        "ACCIDENT, 31, OPEN, '', , MET",
        "ACCIDENT, 5, GRANTED, '', , NOT_MET",
        "ACCIDENT, 5, GRANTED, 又住院了, , UNKNOWN",
        "ACCIDENT, 5, GRANTED, 又住院了, true, MET",
        "ACCIDENT, 5, GRANTED, 又住院了, false, NOT_MET",
        "ACCIDENT, 5, REFUSED, '', , MET",
        "OTHER, 5, GRANTED, '', , MET",
        "RELAPSE, 700, GRANTED, '', , MET"
    })
    @DisplayName("第十五条：同一事由在办的不重复办，援助过的要有正当理由；不同的情形、不同的事件不算")
    void theSameCauseAgain(
            Situation was, int daysBefore, Earlier.State state, String reason, Boolean accepted, Finding finding) {
        var facts = new Application()
                .earlier(Application.aid(was, DAY.minusDays(20L + daysBefore), state, 50_000))
                .repeat(reason, accepted)
                .facts();
        assertThat(HardshipRule.evaluate(facts, TERMS).line(Point.REPEAT).finding())
                .isEqualTo(finding);
    }

    @Test
    @DisplayName("长期的情形，什么时候说起都是同一事由；别处的只说在哪里、哪天、办到哪里")
    void aLastingStateStaysTheSameCause() {
        var there = new Earlier(
                Earlier.Programme.HARDSHIP,
                "德庆县退役军人事务局",
                true,
                Situation.JOBLESS,
                LocalDate.of(2020, 12, 1),
                LocalDate.of(2018, 1, 1),
                Earlier.State.OPEN,
                0);
        var facts =
                new Application().situation(Situation.JOBLESS).earlier(there).facts();
        var line = HardshipRule.evaluate(facts, TERMS).line(Point.REPEAT);
        assertThat(line.finding()).isEqualTo(Finding.NOT_MET);
        assertThat(line.words()).isEqualTo("同一事由在别处（德庆县退役军人事务局） 2020年12月1日 申请，正在办理，不重复办");
    }

    @Test
    @DisplayName("第十七条：得过应急救助的可以叠加，不占上限")
    void emergencyAidIsNoObstacle() {
        var emergency = new Earlier(
                Earlier.Programme.EMERGENCY,
                "四会市",
                false,
                null,
                DAY.minusMonths(1),
                null,
                Earlier.State.GRANTED,
                10_000_000);
        var evaluation =
                HardshipRule.evaluate(new Application().earlier(emergency).facts(), TERMS);
        assertThat(evaluation.hindrance()).isEmpty();
        assertThat(evaluation.line(Point.STACK).words()).contains("可以叠加");
        assertThat(evaluation.leftFen()).isEqualTo(TERMS.mostFen());
    }

    @Test
    @DisplayName("入户核查要两个人；没查过的无法判断，不符合的不拦，只是要说明")
    void theHouseholdIsVisitedByTwo() {
        assertThat(check(null).finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(check(new Facts.Check(DAY, List.of("黎小梅"))).finding()).isEqualTo(Finding.NOT_MET);
        assertThat(check(new Facts.Check(DAY, List.of("黎小梅", "陈国强"))).finding()).isEqualTo(Finding.MET);
        assertThat(HardshipRule.evaluate(new Application().check(null).facts(), TERMS)
                        .open())
                .extracting(Line::point)
                .containsExactly(Point.CHECK);
    }

    @Test
    @DisplayName("同样的事实和参数，算两遍一样；参数的档次只能往上")
    void theRuleIsAFunction() {
        var facts = new Application().facts();
        assertThat(HardshipRule.evaluate(facts, TERMS)).isEqualTo(HardshipRule.evaluate(facts, TERMS));
        var falling = List.of(new Terms.Band(30, 80_000), new Terms.Band(60, 50_000));
        assertThatThrownBy(() -> new Terms(2, 30, 0, falling, 1, 1, true)).hasMessageContaining("rise");
    }

    private static Line check(Facts.Check check) {
        return HardshipRule.evaluate(new Application().check(check).facts(), TERMS)
                .line(Point.CHECK);
    }
}
