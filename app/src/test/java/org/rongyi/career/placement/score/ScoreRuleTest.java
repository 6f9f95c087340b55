package org.rongyi.career.placement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("服役表现量化评分：按退役那天的办法，每项有依据")
class ScoreRuleTest {

    private static final LocalDate LEFT = LocalDate.of(2020, 9, 1);

    @Autowired
    private Policy policy;

    @ParameterizedTest(name = "服役 {0} 年 {1} 个月 {2} 天：{3} 分")
    @CsvSource({
        "12, 0, 0, 36",
        "16, 0, 0, 52",
        "13, 5, 0, 42",
        "13, 7, 0, 44",
        "13, 6, 0, 42",
        "13, 6, 1, 44",
        "13, 0, 1, 42",
        "2, 0, 0, 6",
        "11, 5, 29, 34.5",
        "11, 11, 0, 36"
    })
    @DisplayName("服役年限：十二年以内每年三分，以后每年四分；零头不满半年按半年，超过半年按一年")
    void yearsCountToTheHalf(int years, int months, int days, BigDecimal points) {
        var enlisted = LEFT.minusYears(years).minusMonths(months).minusDays(days);
        assertThat(scored(new Service(ScoreTable.SOLDIER, enlisted, LEFT, Map.of())))
                .isEqualByComparingTo(points);
    }

    @Test
    @DisplayName("十六年、一次三等功、三次嘉奖：52 + 10 + 1.5 = 63.5")
    void awardsAreAdded() {
        assertThat(scored(sixteen(Map.of("peace.third", 1, "peace.praise", 3)))).isEqualByComparingTo("63.5");
    }

    @ParameterizedTest(name = "{0} {1}：{2} 分")
    @CsvSource({
        "war.first, 1, 80",
        "honour.commission, 2, 40",
        "disabled.war.5, 1, 50",
        "disabled.duty.10, 1, 2",
        "hard.6, 24, 7.2",
        "hard.6, 11, 0",
        "hard.1, 12, 0.6",
        "tibet.4, 10, 3",
        "island.special, 36, 7.2",
        "overseas, 6, 1.2",
        "combat.day, 15, 7.5",
        "post.squad, 30, 3",
        "special.ship, 12, 1.2",
        "martyr, 1, 15",
        "minus.great, 1, -4",
        "minus.false, 2, -20"
    })
    @DisplayName("各项分值；艰苦边远连续不满一年的不计；处分和虚假材料减分")
    void eachItemHasItsPoints(String item, int amount, BigDecimal points) {
        assertThat(scored(sixteen(Map.of(item, amount)))).isEqualByComparingTo(points.add(new BigDecimal(52)));
    }

    @ParameterizedTest(name = "三类区 {0} 个月、四类区 {1} 个月、西藏二类区 {2} 个月：{3} 分")
    @CsvSource({
        "8, 8, 0, 2.80", // 8 × 0.15 + 8 × 0.20
        "11, 1, 0, 1.85",
        "6, 5, 0, 0",
        "11, 0, 0, 0",
        "12, 0, 0, 1.80",
        "6, 5, 8, 1.60", // 西藏另列一项，自己计分，不补艰苦边远的一年
        "0, 0, 8, 1.60"
    })
    @DisplayName("艰苦边远：连续享受津贴满一年看的是津贴，换了类区照样连着算；哪个类区几个月，按哪个类区的分")
    void theYearOfAllowanceGoesOnFromClassToClass(int third, int fourth, int tibet, BigDecimal points) {
        var amounts = new HashMap<String, Integer>();
        amounts.put("hard.3", third);
        amounts.put("hard.4", fourth);
        amounts.put("tibet.2", tibet);
        amounts.values().removeIf(amount -> amount == 0);
        assertThat(scored(sixteen(amounts))).isEqualByComparingTo(points.add(new BigDecimal(52)));
    }

    @Test
    @DisplayName("艰苦边远的一行说出连着几个月；不满一年的说为什么不计")
    void theLineSaysWhy() {
        assertThat(ScoreRule.of(
                                sixteen(Map.of("hard.3", 8, "hard.4", 8)),
                                ScoreTerms.on(policy, ScoreTable.SOLDIER, LEFT))
                        .lines())
                .extracting(Score.Line::how)
                .contains("8 个月 × 0.15 分（各类区连着享受津贴 16 个月，满 12 个月）");
        assertThat(ScoreRule.of(
                                sixteen(Map.of("hard.3", 6, "hard.4", 5)),
                                ScoreTerms.on(policy, ScoreTable.SOLDIER, LEFT))
                        .lines())
                .extracting(Score.Line::how)
                .contains("6 个月：连续享受津贴共 11 个月，不满 12 个月，不计");
    }

    @Test
    @DisplayName("每项分值都写明是办法的哪一项；没有见到条号的照实说")
    void everyValueSaysItsClause() {
        var ids = Stream.of(ScoreTable.values())
                .flatMap(table -> table.parameters().stream())
                .toList();
        for (var id : ids) {
            for (var value : policy.get(id).values()) {
                var source = value.source();
                if (source.certainty() == Certainty.DECIDED) {
                    continue; // entered on screen, with the article its checker has read
                }
                assertThat(source.article()).as(id).matches(source.isProposed() ? "未见原文.*|原文没有写.*" : "“.+”项（条号未见原文）");
            }
        }
    }

    @Test
    @DisplayName("2018 年办法适用于 2018 年秋季以后退役的：8 月 31 日的按 2016 年试行办法，9 月 1 日的按 2018 年办法")
    void theDayOfLeavingChoosesTheTable() {
        var held = named(Map.of("peace.third", 1, "martyr", 1));
        var before = of(LocalDate.of(2018, 8, 31), held);
        assertThat(before.total()).isEqualByComparingTo("59"); // 36 + 20 + 3
        assertThat(before.missing()).containsExactly("placement.score.martyr");
        assertThat(before.lines())
                .extracting(line -> line.source().document())
                .allMatch(document -> document.contains("2016"));
        var from = of(LocalDate.of(2018, 9, 1), held);
        assertThat(from.total()).isEqualByComparingTo("77"); // 36 + 16 + 10 + 15
        assertThat(of(LocalDate.of(2016, 1, 1), Map.of()).total()).isEqualByComparingTo("56");
        assertThat(ScoreTerms.on(policy, ScoreTable.SOLDIER, LocalDate.of(2015, 12, 31))
                        .isKnown())
                .isFalse();
    }

    @Test
    @DisplayName("2016 年试行办法：嘉奖 1 分、优秀士官人才奖 4/8/12、政府特殊津贴 30、荣誉称号 50 到 80（战时 100）、技能等级只计最高的一个；2018 年起这些不再计")
    void whatOnlyTheTableOf2016Counts() {
        var left = LocalDate.of(2017, 12, 1);
        var held = named(Map.of(
                "peace.praise",
                2,
                "talent.first",
                1,
                "talent.third",
                2,
                "talent.expert",
                1,
                "title.region",
                1,
                "title.war",
                1,
                "skill.technician",
                1));
        assertThat(of(left, held).total()).isEqualByComparingTo("275"); // 56 + 2 + 12 + 8 + 30 + 60 + 100 + 7
        var two = named(Map.of("skill.high", 1, "skill.senior", 1));
        assertThat(new Service(ScoreTable.SOLDIER, left.minusYears(16), left, two).impossible())
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo("skill"));
        var later = of(LocalDate.of(2018, 9, 1), named(Map.of("talent.first", 1, "skill.senior", 1)));
        assertThat(later.total()).isEqualByComparingTo("52");
        assertThat(later.missing()).containsExactly("placement.score.talent.first", "placement.score.skill.senior");
        var item = ScoreTable.SOLDIER.find("placement.score.talent.first").orElseThrow();
        assertThat(ScoreTerms.isAsked(policy, item, left)).isTrue();
        assertThat(ScoreTerms.isAsked(policy, item, LocalDate.of(2018, 9, 1))).isFalse();
    }

    /** Sixteen years. */
    private Score of(LocalDate left, Map<String, Integer> amounts) {
        return ScoreRule.of(
                new Service(ScoreTable.SOLDIER, left.minusYears(16), left, amounts),
                ScoreTerms.on(policy, ScoreTable.SOLDIER, left));
    }

    @Test
    @DisplayName("2022 年 12 月起退役的，没有公开的分值，不算")
    void withoutATableNothingIsReckoned() {
        var left = LocalDate.of(2022, 12, 1);
        var terms = ScoreTerms.on(policy, ScoreTable.SOLDIER, left);
        assertThat(terms.isKnown()).isFalse();
        assertThatThrownBy(
                        () -> ScoreRule.of(new Service(ScoreTable.SOLDIER, left.minusYears(2), left, Map.of()), terms))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("自相矛盾的不评分：退役早于入伍、月数多过服役、一个月在两处、两个残疾等级")
    void whatCannotBeIsStopped() {
        assertThat(new Service(ScoreTable.SOLDIER, LEFT, LEFT.minusDays(1), Map.of()).impossible())
                .hasSize(1);
        assertThat(two(Map.of("hard.1", 26)).impossible()).hasSize(1);
        assertThat(two(Map.of("hard.1", 14, "tibet.2", 14)).impossible())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("28 个月"));
        assertThat(two(Map.of("disabled.war.5", 1, "disabled.duty.6", 1)).impossible())
                .hasSize(1);
        assertThat(two(Map.of("combat.day", 800)).impossible()).hasSize(1);
        assertThat(two(Map.of("hard.1", 24, "post.squad", 24)).impossible()).isEmpty();
    }

    @Test
    @DisplayName("2023 年办法列了练兵备战：导入的表里有这一项，分值等文件")
    void theTableToComeHasItsItems() {
        assertThat(ScoreTable.SOLDIER.parameters())
                .startsWith(ScoreItems.FIRST_YEARS)
                .contains("placement.score.drill");
        assertThat(policy.get("placement.score.drill").awaits()).contains("2023 年的量化评分办法");
    }

    @Test
    @DisplayName("评分表里的参数，一项不多一项不少都在规则里")
    void theRuleReadsTheWholeTable() {
        var table = new TreeSet<String>();
        policy.parameters().stream()
                .map(parameter -> parameter.id())
                .filter(id -> id.startsWith("placement.score."))
                .forEach(table::add);
        var read = new TreeSet<>(ScoreTable.SOLDIER.parameters());
        read.addAll(ScoreTable.OFFICER.parameters());
        assertThat(read).isEqualTo(table);
    }

    private BigDecimal scored(Service service) {
        return ScoreRule.of(service, ScoreTerms.on(policy, ScoreTable.SOLDIER, LEFT))
                .total();
    }

    private static Service sixteen(Map<String, Integer> amounts) {
        return new Service(ScoreTable.SOLDIER, LEFT.minusYears(16), LEFT, named(amounts));
    }

    private static Service two(Map<String, Integer> amounts) {
        return new Service(ScoreTable.SOLDIER, LEFT.minusYears(2), LEFT, named(amounts));
    }

    private static Map<String, Integer> named(Map<String, Integer> amounts) {
        var named = new HashMap<String, Integer>();
        amounts.forEach((item, amount) -> named.put("placement.score." + item, amount));
        return named;
    }
}
