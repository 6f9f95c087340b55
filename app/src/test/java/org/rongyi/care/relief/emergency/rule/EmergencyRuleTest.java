package org.rongyi.care.relief.emergency.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.care.relief.rule.Evaluation.Finding.MET;
import static org.rongyi.care.relief.rule.Evaluation.Finding.NOT_MET;
import static org.rongyi.care.relief.rule.Evaluation.Finding.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.care.relief.emergency.rule.Evaluation.Point;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Facts.Check;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.people.person.Category;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.kernel.DivisionCode;

@DisplayName("应急救助：救助谁，救助多少，走哪条路")
class EmergencyRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Terms TERMS = new Terms(
            1_000_000,
            10_000_000,
            1,
            30,
            12,
            List.of(
                    new Terms.Band(50, 1_000_000),
                    new Terms.Band(100, 2_000_000),
                    new Terms.Band(150, 3_000_000),
                    new Terms.Band(250, 5_000_000),
                    new Terms.Band(400, 8_000_000),
                    new Terms.Band(600, 10_000_000)),
            true);

    private static final Check TWO = new Check(DAY, List.of("黎小梅", "村委陈国强"));

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "RED_ARMY_VETERAN, true",
        "RETIRED_CADRE, true",
        "TRANSFERRED_OFFICER, true",
        "DISCHARGED_SOLDIER, true",
        "DEMOBILISED, true",
        "DISABLED_SOLDIER, true",
        "MARTYR_FAMILY, true",
        "DUTY_DEATH_FAMILY, true",
        "DECEASED_FAMILY, true",
        "SERVING_FAMILY, true",
        "DISABLED_MILITIA, false",
        "RETIRED_WORKER, false"
    })
    @DisplayName("对象：退役军人、残疾军人、三类遗属和现役军人家属")
    void whoItIsFor(Category category, boolean named) {
        assertThat(Eligible.of(java.util.Set.of(category)).isEmpty()).isNotEqualTo(named);
    }

    @ParameterizedTest(name = "户籍 {0}，先办的 {1}，发生 {2}：{3} {4}")
    @CsvSource({
        "YES, YES, 2026-02-01, OBJECT, MET",
        "NO,  YES, 2026-02-01, OBJECT, NOT_MET",
        "UNKNOWN, YES, 2026-02-01, OBJECT, UNKNOWN",
        "YES, YES, 2025-03-01, WINDOW, MET",
        "YES, YES, 2025-02-28, WINDOW, NOT_MET",
        "YES, YES, 2026-03-02, WINDOW, NOT_MET",
        "YES, NO,  2026-02-01, FIRST, NOT_MET",
        "YES, UNKNOWN, 2026-02-01, FIRST, UNKNOWN",
        "YES, YES, 2026-02-01, FIRST, MET"
    })
    @DisplayName("户籍在本省；发生一年以内申请，满一年那天还可以；医保、社会救助先办")
    void registeredWithinAYearAndAfterOtherAid(
            Known registered, Known other, LocalDate occurred, Point point, Finding finding) {
        var facts = facts(registered, Kind.ILLNESS, occurred, other, home(50_000, 30_000), List.of(), TWO);
        assertThat(EmergencyRule.evaluate(facts, TERMS).line(point).finding()).isEqualTo(finding);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("四类都要先办别的救助，话不一样")
    void eachKindComesAfterOtherAid(Kind kind) {
        var facts = facts(Known.YES, kind, DAY, Known.NO, home(50_000, 50_000), List.of(), TWO);
        var evaluation = EmergencyRule.evaluate(facts, TERMS);
        assertThat(evaluation.hindrance().orElseThrow().words())
                .contains(kind == Kind.ILLNESS ? "医保报销和医疗救助" : "社会救助")
                .contains("先办了再申请");
    }

    @ParameterizedTest(name = "以前 {0}，{1} 发生，{2}，{3} 拨付：同一事由 {4}，再次申请 {5}")
    @CsvSource({
        "ILLNESS, 2026-01-20, GRANTED, 2026-02-10, NOT_MET, NOT_MET",
        "ILLNESS, 2026-01-20, OPEN,    ,           NOT_MET, MET",
        "ILLNESS, 2026-01-20, REFUSED, ,           MET,     MET",
        "EVENT,   2025-12-01, GRANTED, 2026-02-10, MET,     NOT_MET",
        "EVENT,   2025-01-01, GRANTED, 2025-03-02, MET,     NOT_MET",
        "EVENT,   2025-01-01, GRANTED, 2025-03-01, MET,     MET",
        "ILLNESS, 2025-01-10, GRANTED, 2025-02-20, MET,     MET"
    })
    @DisplayName("同一事由不救助两次；新的事由，上次拨付满十二个月才可以")
    void theSameCauseNeverAgain(
            Kind kind, LocalDate occurred, Earlier.State state, @Nullable LocalDate paid, Finding same, Finding again) {
        var past = new Facts.Past("四会市贞山街道", false, kind, occurred, occurred, state, paid);
        var facts = facts(
                Known.YES, Kind.ILLNESS, LocalDate.of(2026, 2, 1), Known.YES, home(50_000, 50_000), List.of(past), TWO);
        var evaluation = EmergencyRule.evaluate(facts, TERMS);
        assertThat(evaluation.line(Point.SAME).finding()).isEqualTo(same);
        assertThat(evaluation.line(Point.AGAIN).finding()).isEqualTo(again);
        assertThat(evaluation.hindrance().isPresent()).isEqualTo(same == NOT_MET || again == NOT_MET);
    }

    @ParameterizedTest(name = "收入 {0}，自付 {1}：{2} 元")
    @CsvSource({
        "50000,  24999,      0",
        "50000,  25000,  10000",
        "50000,  50000,  20000",
        "50000,  75000,  30000",
        "50000, 125000,  50000",
        "50000, 200000,  80000",
        "50000, 300000, 100000",
        "50000, 900000, 100000",
        "0,          1, 100000",
        "0,          0,      0"
    })
    @DisplayName("按自付费用占家庭年收入分六档，一万到十万元")
    void theBandsOfBurden(long income, long own, long yuan) {
        var facts = facts(Known.YES, Kind.EVENT, DAY, Known.YES, home(income, own), List.of(), TWO);
        var evaluation = EmergencyRule.evaluate(facts, TERMS);
        assertThat(evaluation.suggestedFen()).isEqualTo(yuan * 100);
        assertThat(evaluation.line(Point.HARDSHIP).finding()).isEqualTo(yuan == 0 ? NOT_MET : MET);
    }

    @Test
    @DisplayName("建议的金额或者没有，或者在一万到十万之间；自付多的不会比自付少的得得少")
    void whatIsSuggestedIsWithinTheLimits() {
        var random = new SplittableRandom(20260301);
        for (int i = 0; i < 5_000; i++) {
            long income = random.nextLong(0, 200_000);
            long own = random.nextLong(0, 1_500_000);
            long one = suggested(income, own);
            assertThat(one == 0 || one >= TERMS.leastFen() && one <= TERMS.mostFen())
                    .isTrue();
            assertThat(suggested(income, own + random.nextLong(1, 100_000))).isGreaterThanOrEqualTo(one);
        }
    }

    @Test
    @DisplayName("没有入户的不能判断；一个人去的不算；困难帮扶援助不妨碍")
    void twoPeopleVisitAndHardshipAidIsNoObstacle() {
        var none = facts(Known.YES, Kind.EVENT, DAY, Known.YES, home(50_000, 50_000), List.of(), null);
        assertThat(EmergencyRule.evaluate(none, TERMS).line(Point.CHECK).finding())
                .isEqualTo(UNKNOWN);
        var alone = new Check(DAY, List.of("黎小梅"));
        var one = facts(Known.YES, Kind.EVENT, DAY, Known.YES, home(50_000, 50_000), List.of(), alone);
        assertThat(EmergencyRule.evaluate(one, TERMS).line(Point.CHECK).finding())
                .isEqualTo(NOT_MET);
        assertThat(EmergencyRule.evaluate(one, TERMS).open())
                .extracting(Evaluation.Line::point)
                .contains(Point.CHECK);
        var aid = new Earlier(
                Earlier.Programme.HARDSHIP, "四会市贞山街道", false, null, DAY, DAY, Earlier.State.GRANTED, 300_000);
        var stacked = new Facts(
                DAY, Known.YES, "退役士兵", Kind.EVENT, DAY, Known.YES, home(50_000, 50_000), List.of(), aid, TWO);
        assertThat(EmergencyRule.evaluate(stacked, TERMS).line(Point.STACK).words())
                .contains("可以叠加");
        assertThat(EmergencyRule.evaluate(stacked, TERMS).hindrance()).isEmpty();
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "441284001001, 村站受理 村站初审 村（社区）公示 镇街审核 县级审批 市级汇总 省厅拨付",
        "441900003001, 村站受理 村站初审 村（社区）公示 镇街审核 市局审批 省厅拨付",
        "442000001001, 村站受理 村站初审 村（社区）公示 镇街审核 市局审批 省厅拨付"
    })
    @DisplayName("走哪条路：有县的县批市汇总，东莞、中山由市局审批；都由省厅拨付")
    void theRouteOfAPlace(long village, String steps) {
        var route = RouteBook.shipped()
                .get("EMERGENCY")
                .on(DAY, new DivisionCode(village))
                .orElseThrow();
        assertThat(route.steps().stream().map(step -> step.zh()).collect(Collectors.joining(" ")))
                .isEqualTo(steps);
        assertThat(route.step(route.deciding()).zh()).endsWith("审批");
    }

    private static long suggested(long income, long own) {
        var facts = facts(Known.YES, Kind.EVENT, DAY, Known.YES, home(income, own), List.of(), TWO);
        return EmergencyRule.evaluate(facts, TERMS).suggestedFen();
    }

    private static Household home(long income, long own) {
        return new Household(3, income * 100, 0, own * 100, 0);
    }

    private static Facts facts(
            Known registered,
            Kind kind,
            LocalDate occurred,
            Known other,
            Household home,
            List<Facts.Past> past,
            @Nullable Check check) {
        return new Facts(DAY, registered, "退役士兵", kind, occurred, other, home, past, null, check);
    }
}
