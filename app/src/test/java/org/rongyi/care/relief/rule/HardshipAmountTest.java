package org.rongyi.care.relief.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongyi.care.relief.rule.Application.DAY;
import static org.rongyi.care.relief.rule.Application.TERMS;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Evaluation.Point;

@DisplayName("困难帮扶援助：建议多少，为什么")
class HardshipAmountTest {

    /** Yuan of a year; the terms are 30 % 500, 60 % 1,000, 100 % 2,000, 200 % 5,000, and little is 900 a head and month. */
    @ParameterizedTest(name = "{0} 口人，收入 {1}（抚恤等 {2}），花 {3}（已报销 {4}）：{5} 元")
    @CsvSource({
        "4, 80000,     0,  23999,     0,    0, 29% 不到起援标准",
        "4, 80000,     0,  24000,     0,  500, 30% 第一档",
        "4, 80000,     0,  48000,     0, 1000, 60% 第二档",
        "4, 80000,     0,  80000,     0, 2000, 100% 第三档",
        "4, 80000,     0, 160000,     0, 5000, 200% 第四档",
        "4, 80000,     0, 160000, 80000, 2000, 报销了的不算",
        "4, 80000, 20000,  60000,     0, 2000, 抚恤补助优待不算收入",
        "4, 43200,     0,      0,     0,  500, 人均月收入正好 900，没有花费也到第一档",
        "4, 43248,     0,      0,     0,    0, 人均月收入 901，不算低",
        "4, 40000,     0,  24000,     0, 2000, 60% 又是低收入，提高一档",
        "4, 40000,     0, 400000,     0, 5000, 最高一档不再提高",
        "2,     0,     0,   1000,     0, 5000, 没有收入，花多少都超出",
        "1, 12000, 12000,      0,     0,  500, 收入全是抚恤金"
    })
    @DisplayName("第十四条：按自付费用占计入收入的比例分档，低收入的提高一档")
    void theBandOfAHousehold(int members, long income, long exempt, long spent, long covered, long yuan, String why) {
        var household = new Household(members, income * 100, exempt * 100, spent * 100, covered * 100);
        var evaluation =
                HardshipRule.evaluate(new Application().household(household).facts(), TERMS);
        assertThat(evaluation.suggestedFen()).as(why).isEqualTo(yuan * 100);
        assertThat(evaluation.line(Point.HARDSHIP).finding()).isEqualTo(yuan > 0 ? Finding.MET : Finding.NOT_MET);
        assertThat(evaluation.hindrance()).as("困难程度由决定的人说了算，但要说明").isEmpty();
    }

    @ParameterizedTest(name = "一年内得过 {0} 元：还可以 {1} 元，建议 {2} 元")
    @CsvSource({"0, 10000, 5000", "10000, 10000, 5000", "17000, 3000, 3000", "20000, 0, 0", "25000, 0, 0"})
    @DisplayName("一次和一年的上限，全省合着算；到了上限不能再援助")
    void capsHoldAcrossPlaces(long had, long left, long suggested) {
        var earlier = Application.aid(Situation.OTHER, DAY.minusMonths(3), Earlier.State.GRANTED, had * 100);
        var facts = new Application()
                .household(new Household(2, 1_000_000, 0, 9_000_000, 0))
                .earlier(earlier)
                .facts();
        var evaluation = HardshipRule.evaluate(facts, TERMS);
        assertThat(evaluation.leftFen()).isEqualTo(left * 100);
        assertThat(evaluation.suggestedFen()).isEqualTo(suggested * 100);
        assertThat(evaluation.hindrance().isPresent()).isEqualTo(left == 0);
    }

    @Test
    @DisplayName("一年以前得的不占今年的上限")
    void whatIsAYearOldDoesNotCount() {
        var old = Application.aid(Situation.OTHER, DAY.minusYears(1), Earlier.State.GRANTED, 2_000_000);
        var recent = Application.aid(Situation.OTHER, DAY.minusYears(1).plusDays(1), Earlier.State.GRANTED, 2_000_000);
        assertThat(HardshipRule.evaluate(new Application().earlier(old).facts(), TERMS)
                        .leftFen())
                .isEqualTo(TERMS.mostFen());
        assertThat(HardshipRule.evaluate(new Application().earlier(recent).facts(), TERMS)
                        .leftFen())
                .isZero();
    }

    @Test
    @DisplayName("没有家庭经济状况，算不出金额，也说不出困难不困难")
    void withoutFiguresThereIsNoAmount() {
        var evaluation = HardshipRule.evaluate(new Application().household(null).facts(), TERMS);
        assertThat(evaluation.suggestedFen()).isZero();
        assertThat(evaluation.line(Point.HARDSHIP).finding()).isEqualTo(Finding.UNKNOWN);
        assertThatThrownBy(() -> new Household(3, 100, 200, 0, 0)).hasMessageContaining("whole");
        assertThatThrownBy(() -> new Household(3, 100, 0, 100, 200)).hasMessageContaining("whole");
        assertThatThrownBy(() -> new Household(0, 100, 0, 0, 0)).hasMessageContaining("members");
    }

    @Test
    @DisplayName("花得多、收入少、报销少的，建议不会更低；建议从不超过上限")
    void moreHardshipIsNeverLess() {
        var random = new SplittableRandom(20210304);
        for (int turn = 0; turn < 20_000; turn++) {
            long income = random.nextLong(20_000_000);
            long spent = random.nextLong(40_000_000);
            long covered = random.nextLong(spent + 1);
            int members = 1 + random.nextInt(7);
            var one = amount(members, income, spent, covered);
            assertThat(amount(members, income, spent + random.nextLong(1_000_000), covered))
                    .isGreaterThanOrEqualTo(one);
            assertThat(amount(members, random.nextLong(income + 1), spent, covered))
                    .isGreaterThanOrEqualTo(one);
            assertThat(amount(members, income, spent, random.nextLong(covered + 1)))
                    .isGreaterThanOrEqualTo(one);
            assertThat(amount(members + 1, income, spent, covered)).isGreaterThanOrEqualTo(one);
            assertThat(one).isLessThanOrEqualTo(TERMS.mostFen());
        }
    }

    private static long amount(int members, long income, long spent, long covered) {
        var household = new Household(members, income, 0, spent, covered);
        return HardshipRule.evaluate(new Application().household(household).facts(), TERMS)
                .suggestedFen();
    }
}
