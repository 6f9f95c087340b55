package org.rongyi.career.campaign.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("哪一类人可以用哪种安置方式：按地区、按日期的规定，不能用的说出哪里写的")
class WayRulesTest {

    private static final DivisionCode GUANGZHOU = new DivisionCode(440103000000L);
    private static final DivisionCode SHENZHEN = new DivisionCode(440305000000L);

    @Autowired
    private WayRules rules;

    @Autowired
    private CheckRules checks;

    @ParameterizedTest(name = "{0} {1} {2}：{3}")
    @CsvSource({
        // 2012 年的做法：师职量化评估，团职和功臣模范指令性，营以下考试考核
        "2020-10-01, BATTALION, EXAM, true",
        "2020-10-01, BATTALION, TWO_SIDED, true",
        "2020-10-01, BATTALION, BY_SCORE, false",
        "2020-10-01, REGIMENT, DIRECTIVE, true",
        "2020-10-01, REGIMENT, EXAM, false",
        "2020-10-01, REGIMENT, BY_SCORE, false",
        "2020-10-01, MERIT, DIRECTIVE, true",
        "2020-10-01, MERIT, BY_SCORE, false",
        "2020-10-01, DIVISION, DIRECTIVE, false",
        "2020-10-01, SOLDIER, BY_SCORE, true",
        // 2024 年 9 月 1 日起
        "2024-08-31, BATTALION, BY_SCORE, false",
        "2024-09-01, BATTALION, BY_SCORE, true",
        "2024-09-01, REGIMENT, TWO_SIDED, true",
        "2024-09-01, DIVISION, BY_SCORE, false",
        "2011-12-31, REGIMENT, DIRECTIVE, false"
    })
    @DisplayName("全省的规定")
    void ofTheProvince(LocalDate day, CandidateKind kind, String way, boolean open) {
        assertThat(rules.objection(kind, used(way, GUANGZHOU, day)).isEmpty()).isEqualTo(open);
    }

    @ParameterizedTest(name = "深圳 {0} 团职 {1}：{2}")
    @CsvSource({
        "2014-06-01, BY_SCORE, true",
        "2014-06-01, DIRECTIVE, true",
        "2013-06-01, BY_SCORE, false",
        "2013-06-01, DIRECTIVE, true",
        "2024-09-01, TWO_SIDED, true"
    })
    @DisplayName("深圳另有规定：2014 年起团职也积分选岗；没有另定的日子按全省")
    void aCityMaySayOtherwise(LocalDate day, String way, boolean open) {
        assertThat(rules.objection(CandidateKind.REGIMENT, used(way, SHENZHEN, day))
                        .isEmpty())
                .isEqualTo(open);
    }

    @Test
    @DisplayName("说出哪一类人、哪种方式、那天可以用的有哪些、写在哪里；2024 年 9 月 1 日起用新名称")
    void theRuleIsNamed() {
        assertThat(rules.objection(CandidateKind.REGIMENT, used("BY_SCORE", GUANGZHOU, LocalDate.of(2020, 10, 1))))
                .hasValue("团职的转业军官在这里不能用“积分选岗”：2020年10月1日可以用的有指令性分配（广东省军转干部考试安置办法（粤军转组〔2012〕3号）（未见条号））");
        assertThat(rules.objection(CandidateKind.DIVISION, used("BY_SCORE", GUANGZHOU, LocalDate.of(2024, 9, 1))))
                .hasValueSatisfying(why -> assertThat(why).contains("不能用“赋分选岗”", "考核选调（系统默认，待业务确认）"));
    }

    @Test
    @DisplayName("文件发布以前的日子不写那份文件；深圳团职凭分选岗是推断的，照实标出来")
    void noDocumentBeforeItsDay() {
        assertThat(rules.direct(CandidateKind.SOLDIER, used("BY_SCORE", GUANGZHOU, LocalDate.of(2015, 6, 1))))
                .hasValueSatisfying(why -> assertThat(why).contains("积分选岗（系统默认，待业务确认）"));
        assertThat(rules.objection(CandidateKind.REGIMENT, used("EXAM", SHENZHEN, LocalDate.of(2015, 6, 1))))
                .hasValueSatisfying(why -> assertThat(why).contains("积分选岗（系统默认，待业务确认）"));
        assertThat(rules.objection(CandidateKind.BATTALION, used("BY_SCORE", GUANGZHOU, LocalDate.of(2015, 6, 1))))
                .hasValueSatisfying(why -> assertThat(why).contains("双向选择（系统默认，待业务确认）"));
    }

    @Test
    @DisplayName("没有哪一类人能用的方案，一开始就说")
    void aPlanForNobody() {
        var early = new WayRules.Used(
                List.of(Way.BY_SCORE),
                false,
                GUANGZHOU,
                LocalDate.of(2010, 1, 1)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        assertThat(rules.objection(early))
                .hasValueSatisfying(why -> assertThat(why).contains("没有哪一类人"));
        assertThat(rules.open(used("EXAM", GUANGZHOU, LocalDate.of(2020, 10, 1))))
                .containsExactly(CandidateKind.SOLDIER, CandidateKind.BATTALION);
    }

    @ParameterizedTest(name = "{0} {1} {2}：{3}")
    @CsvSource({
        "RELATIVES, SPOUSE, ORGAN, 夫妻关系（公务员法",
        "RELATIVES, COLLATERAL, LIKE_ORGAN, 三代以内旁系血亲关系（公务员法",
        "RELATIVES, COUSIN, ORGAN, 别的关系不用回避",
        "RELATIVES, , ORGAN, 请选择是什么亲属关系",
        "RELATIVES, SPOUSE, OTHER, 亲属回避只管机关、参照公务员法管理的单位、事业单位、国有企业",
        "DEGREE, , ORGAN, 学历、学位没有认证（济南市 2024 年",
        "PUNISHED, , ORGAN, 这里的资格审查不看这一项"
    })
    @DisplayName("资格审查看哪几项、亲属回避管哪几种关系和单位，都有出处")
    void whatIsExamined(String ground, String relation, String unit, String words) {
        var answer = checks.rule(new CheckRules.Asked(ground, relation, unit), LocalDate.of(2026, 1, 1), GUANGZHOU);
        var said = switch (answer) {
            case CheckRules.Rule(var rule) -> rule;
            case CheckRules.None(var ignored, var why) -> why;
        };
        assertThat(said).contains(words);
    }

    @Test
    @DisplayName("2024 年以前的资格审查不看学历认证")
    void checksAreDated() {
        assertThat(checks.checks(LocalDate.of(2023, 12, 31), GUANGZHOU))
                .noneMatch(choice -> choice.code().equals("DEGREE"));
    }

    private static WayRules.Used used(String way, DivisionCode where, LocalDate day) {
        Instant opens = day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        return way.equals(WayRules.EXAM)
                ? new WayRules.Used(List.of(), true, where, opens)
                : new WayRules.Used(List.of(Way.valueOf(way)), false, where, opens);
    }
}
