package org.rongyi.career.campaign.who;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policies;
import org.rongyi.platform.policy.Policy;

@DisplayName("优先安置和同分先后：照当地当时的规定；没有见到规定的，专项小组在系统默认的几种里定")
class OrderRulesTest {

    private static final DivisionCode GUANGZHOU = new DivisionCode(440103000000L);
    private static final DivisionCode ELSEWHERE = new DivisionCode(441284000000L);

    private static final LocalDate BEFORE = LocalDate.of(2014, 12, 31);
    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);

    /** As it ships, and a city whose notice says: who has priority first; the longer service, then the older. */
    private static final Policy POLICY = Policies.of("""
            room: 阳光安置
            lists:
              - id: campaign.priority
                zh: 优先安置的办法
                document: "系统默认，待业务确认"
                certainty: PROPOSED
                entries:
                  - {code: NONE, zh: 不另设优先, from: "2011-11-01"}
                  - {code: FIRST, zh: 优先对象先选, from: "2011-11-01"}
                  - {code: TIES, zh: 同分时优先, from: "2011-11-01"}
                  - {code: FIRST, zh: 优先对象先选, from: "2015-01-01", document: "某市安置办法", article: "第九条", certainty: S-B, regions: [440100000000]}
              - id: campaign.ties
                zh: 同分先后
                document: "系统默认，待业务确认"
                certainty: PROPOSED
                entries:
                  - {code: MERIT, zh: 最高奖励等级, from: "2011-11-01"}
                  - {code: SERVICE, zh: 服役时间, from: "2011-11-01"}
                  - {code: AGE, zh: 年龄, from: "2011-11-01"}
                  - {code: SERVICE, zh: 服役时间, from: "2015-01-01", document: "某市安置办法", article: "第九条", certainty: S-B, regions: [440100000000]}
                  - {code: AGE, zh: 年龄, from: "2015-01-01", document: "某市安置办法", article: "第九条", certainty: S-B, regions: [440100000000]}
            """);

    private final OrderRules rules = new OrderRules(POLICY);

    private static OrderRules.At at(LocalDate day, DivisionCode where) {
        return new OrderRules.At(day, where);
    }

    @Test
    @DisplayName("有规定的地方，从那天起只能照规定的办法优先；在那以前、在别处，默认的几种都可以")
    void priorityIsWhatTheDatedLocalRuleSays() {
        assertThat(rules.priorities(at(SINCE, GUANGZHOU))).containsExactly(Priority.FIRST);
        assertThat(rules.objection(Priority.NONE, at(SINCE, GUANGZHOU)))
                .hasValue("“不另设优先”这里不能用：2015年1月1日可以用的有优先对象先选（某市安置办法 第九条）");
        assertThat(rules.objection(Priority.FIRST, at(SINCE, GUANGZHOU))).isEmpty();
        assertThat(rules.objection(Priority.NONE, at(BEFORE, GUANGZHOU))).isEmpty();
        assertThat(rules.objection(Priority.TIES, at(SINCE, ELSEWHERE))).isEmpty();
        assertThat(rules.objection(Priority.RESERVED, at(SINCE, ELSEWHERE)))
                .as("名录里没有的")
                .isPresent();
    }

    @Test
    @DisplayName("有规定的地方，同分先后一条不多、一条不少，照规定的次序；默认的可以换次序、少用，不能用没有的")
    void aPublishedChainBindsWhereSomebodyWroteIt() {
        var written = List.of(Tie.SERVICE, Tie.AGE);
        assertThat(rules.ties(at(SINCE, GUANGZHOU))).isEqualTo(written);
        assertThat(rules.objection(written, at(SINCE, GUANGZHOU))).isEmpty();
        assertThat(rules.tieRule(at(SINCE, GUANGZHOU))).isEqualTo("照这里的规定，一条不多、一条不少：服役时间，然后年龄（某市安置办法 第九条）");
        assertThat(rules.tieRule(at(BEFORE, GUANGZHOU))).startsWith("没有见到这里的规定").endsWith("（系统默认，待业务确认）");
        assertThat(rules.prioritySource(at(SINCE, GUANGZHOU))).isEqualTo("某市安置办法 第九条");
        for (var other : List.of(
                List.of(Tie.AGE, Tie.SERVICE),
                List.of(Tie.SERVICE),
                List.of(Tie.SERVICE, Tie.AGE, Tie.MERIT),
                List.<Tie>of())) {
            assertThat(rules.objection(other, at(SINCE, GUANGZHOU)))
                    .as(other.toString())
                    .hasValue("同分先后要照这里的规定：2015年1月1日是服役时间，然后年龄（某市安置办法 第九条）");
        }
        assertThat(rules.objection(List.of(Tie.AGE, Tie.MERIT), at(SINCE, ELSEWHERE)))
                .isEmpty();
        assertThat(rules.objection(List.<Tie>of(), at(BEFORE, GUANGZHOU))).isEmpty();
        assertThat(rules.objection(List.of(Tie.HARDSHIP), at(SINCE, ELSEWHERE))).isPresent();
    }
}
