package org.rongyi.career.placement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("军官考核评分（示例）：按退役那天的标准，没有见到的分值不编")
class OfficerRuleTest {

    /** 粤军转组〔2015〕1号 reckons to that day. */
    private static final LocalDate LEFT = LocalDate.of(2015, 3, 31);

    private static final LocalDate LATER = LocalDate.of(2023, 3, 31);

    @Autowired
    private Policy policy;

    @ParameterizedTest(name = "服役 {0} 年 {1} 个月 {2} 天：{3} 分")
    @CsvSource({"12, 0, 0, 12", "12, 0, 1, 13", "11, 6, 0, 12", "11, 11, 30, 12", "1, 0, 0, 1"})
    @DisplayName("年限每年一分，不满一年的按一年")
    void aBegunYearIsAYear(int years, int months, int days, BigDecimal points) {
        var enlisted = LEFT.minusYears(years).minusMonths(months).minusDays(days);
        assertThat(scored(enlisted, LEFT, Map.of()).total()).isEqualByComparingTo(points);
    }

    @ParameterizedTest(name = "{0}：{1} 分")
    @CsvSource({
        "duty.platoon, 4",
        "duty.company.deputy, 5.5",
        "duty.company, 7",
        "duty.battalion.deputy, 8.5",
        "duty.battalion, 10",
        "duty.regiment.deputy, 11.5",
        "duty.regiment, 13",
        "rank.second, 1",
        "rank.senior, 7"
    })
    @DisplayName("2015 年标准的职务分和军衔分")
    void dutyAndRank(String item, BigDecimal points) {
        assertThat(scored(LEFT.minusYears(10), LEFT, Map.of(item, 1)).total())
                .isEqualByComparingTo(points.add(BigDecimal.TEN));
    }

    @ParameterizedTest(name = "{0} {1} 年：{2} 分")
    @CsvSource({"hard, 4, 2", "flight, 3, 1.5", "ship, 6, 3", "nuclear, 1, 0.5", "high, 4, 4"})
    @DisplayName("艰苦边远、飞行、舰艇、涉核每年半分；西藏和海拔三千五百米以上一年按两年")
    void yearsInHardPlaces(String item, int years, BigDecimal points) {
        assertThat(scored(LEFT.minusYears(10), LEFT, Map.of(item, years)).total())
                .isEqualByComparingTo(points.add(BigDecimal.TEN));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"first", "captain", "major", "deputy", "colonel"})
    @DisplayName("军衔只写了少尉和大校的分，中间各级是系统默认的，照实标出来")
    void theRanksBetweenAreOurs(String rank) {
        assertThat(policy.get("placement.score.officer.rank." + rank)
                        .on(LEFT)
                        .source()
                        .isProposed())
                .isTrue();
    }

    @Test
    @DisplayName("正连、上尉、四年艰苦边远，服役十一年七个月：12 + 7 + 3 + 2 = 24，没有封顶")
    void oneOfEach() {
        var enlisted = LEFT.minusYears(11).minusMonths(7);
        var amounts = Map.of("duty.company", 1, "rank.captain", 1, "hard", 4);
        assertThat(scored(enlisted, LEFT, amounts).total()).isEqualByComparingTo("24");
    }

    @ParameterizedTest(name = "{0} {1}：{2} 分")
    @CsvSource({
        "duty.technical.7, 1, 21",
        "chief, 1, 4",
        "chief.combat, 3, 6",
        "chief.combat, 4, 8.5",
        "chief.combat, 6, 13.5",
        "combat.day, 20, 20",
        "martyr, 1, 15",
        "war.first, 1, 80",
        "honour.1, 1, 40",
        "hard.6, 2, 6",
        "tibet.3, 2, 5",
        "island.special, 2, 4",
        "garrison, 4, 2"
    })
    @DisplayName("转载的一份：军龄每年两分，作战部队主官从第四年起每年两分半")
    void theLaterTable(String item, int amount, BigDecimal points) {
        assertThat(scored(LATER.minusYears(10), LATER, Map.of(item, amount)).total())
                .isEqualByComparingTo(points.add(new BigDecimal(20)));
    }

    @Test
    @DisplayName("没有见到分值的照实说没有算：2015 年的奖励，转载的一份里的正连职")
    void whatWasNotSeenIsNotMadeUp() {
        assertThat(scored(LEFT.minusYears(10), LEFT, Map.of("peace.second", 1)).missing())
                .containsExactly("placement.score.officer.peace.second");
        assertThat(scored(LATER.minusYears(10), LATER, Map.of("duty.company", 1))
                        .missing())
                .containsExactly("placement.score.officer.duty.company");
    }

    @Test
    @DisplayName("2015 年以前没有标准；士兵的标准不用来给军官评分")
    void withoutATableNothingIsReckoned() {
        var left = LocalDate.of(2014, 12, 31);
        var terms = ScoreTerms.on(policy, ScoreTable.OFFICER, left);
        assertThat(terms.isKnown()).isFalse();
        var soldiers = ScoreTerms.on(policy, ScoreTable.SOLDIER, LocalDate.of(2020, 9, 1));
        assertThatThrownBy(() -> ScoreRule.of(service(LEFT.minusYears(10), LEFT, Map.of()), soldiers))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("自相矛盾的不评分：两个职务、两个军衔、年数多过服役、同一年在两处")
    void whatCannotBeIsStopped() {
        var from = LEFT.minusYears(5);
        assertThat(service(from, LEFT, Map.of("duty.company", 1, "duty.platoon", 1))
                        .impossible())
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo("duty"));
        assertThat(service(from, LEFT, Map.of("rank.first", 1, "rank.captain", 1))
                        .impossible())
                .hasSize(1);
        assertThat(service(from, LEFT, Map.of("hard", 6)).impossible()).hasSize(1);
        assertThat(service(from, LEFT, Map.of("hard", 3, "high", 3)).impossible())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("6 年", "超过服役的 5 年"));
        assertThat(service(from, LEFT, Map.of("hard", 3, "flight", 3)).impossible())
                .isEmpty();
    }

    private Score scored(LocalDate enlisted, LocalDate left, Map<String, Integer> amounts) {
        return ScoreRule.of(service(enlisted, left, amounts), ScoreTerms.on(policy, ScoreTable.OFFICER, left));
    }

    private static Service service(LocalDate enlisted, LocalDate left, Map<String, Integer> amounts) {
        var named = new HashMap<String, Integer>();
        amounts.forEach((item, amount) -> named.put("placement.score.officer." + item, amount));
        return new Service(ScoreTable.OFFICER, enlisted, left, named);
    }
}
