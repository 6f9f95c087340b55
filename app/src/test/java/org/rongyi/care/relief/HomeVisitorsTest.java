package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.TaskOutcome.Missing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("入户核查两个人：至少一个是管他的站或镇、县当天在岗的，另一个也是，或者是村（居）委会、镇街的，写明单位")
class HomeVisitorsTest {

    @Autowired
    private ApplicationContext program;

    private HardshipCases aid;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"黎小梅、村委会陈国强", "村委会黎小梅、村委会陈国强", "黎小梅（居委会） 镇政府陈国强"})
    @DisplayName("两个都不是我们的人，不算")
    void nobodyOfOurs(String visitors) {
        assertThat(review(visitors)).isInstanceOf(Missing.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"、陈国强", "、村委会", "、外地公司陈国强"})
    @DisplayName("另一个人不写明是村（居）委会还是镇街的，不算")
    void theOtherWithoutABody(String other) {
        assertThat(review(aid.town.name() + other)).isInstanceOf(Missing.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"、村委会陈国强", "，居委会 陈国强", "、陈国强（街道办事处）", "、怀城镇政府陈国强"})
    @DisplayName("站里的一个，村（居）委会或镇街的一个，算")
    void oneOfOursAndOneOfTheVillage(String other) {
        var id = accepted();
        assertThat(review(id, aid.town.name() + other)).isEqualTo(new TaskOutcome.Done(id));
    }

    @Test
    @DisplayName("村站和镇站各一个，算；同一个人写两遍，不算；别的镇的、已经离岗的，不算")
    void whoIsOfOurs() {
        var id = accepted();
        assertThat(review(id, aid.town.name() + "、" + aid.town.name())).isInstanceOf(Missing.class);
        assertThat(review(id, aid.town.name() + "、村委会" + aid.town.name())).isInstanceOf(Missing.class);
        var far = TestCounty.office(program, "cun2");
        assertThat(review(id, far.name() + "、村委会陈国强")).isInstanceOf(Missing.class);
        assertThat(review(id, aid.village.name() + "、" + aid.town.name())).isEqualTo(new TaskOutcome.Done(id));
    }

    @Test
    @DisplayName("县里一起去的同事，镇里登记的人也认得：锁挡住的只是别的内容")
    void aColleagueOfTheCountyIsKnown() {
        assertThat(review(accepted(), aid.town.name() + "、" + aid.county.name()))
                .isInstanceOf(TaskOutcome.Done.class);
    }

    @Test
    @DisplayName("用已登记的走访作证：去的人里要有登记走访的那一个")
    void whoWroteDownTheVisitWasThere() {
        var person = aid.person("入户乙");
        var id = aid.asked(person);
        aid.accepted(id);
        var content = new VisitContent(
                Map.of(person, Result.MET), aid.today, "REGULAR", "HOME", Set.of(Sent.POLICY), "", "看了家里", List.of());
        var recorded = aid.<RecordVisit.Outcome>perform(
                aid.village, new RecordVisit.Command(CommandId.fresh(aid.village), content, List.of(), false, false));
        var visit = ((RecordVisit.Outcome.Recorded) recorded).subject();
        assertThat(by(id, visit, aid.town.name() + "、村委会陈国强"))
                .isEqualTo(new Missing("visitors", "选的这次走访是" + aid.village.name() + "登记的，去的人里没有他；请写上他，或不选这次走访、另填日期"));
        assertThat(by(id, visit, aid.village.name() + "、村委会陈国强")).isEqualTo(new TaskOutcome.Done(id));
    }

    private TaskOutcome by(UUID id, UUID visit, String visitors) {
        var fields = new HashMap<String, List<String>>(aid.checked());
        fields.remove("checkOn");
        fields.put("checkVisit", List.of(visit.toString()));
        fields.put("visitors", List.of(visitors));
        return aid.perform(aid.town, aid.review(aid.open(id).id(), fields, false, "涉及家庭隐私"));
    }

    private TaskOutcome review(String visitors) {
        return review(accepted(), visitors);
    }

    private TaskOutcome review(UUID id, String visitors) {
        var fields = new HashMap<String, List<String>>(aid.checked());
        fields.put("visitors", List.of(visitors));
        return aid.perform(aid.town, aid.review(aid.open(id).id(), fields, false, "涉及家庭隐私"));
    }

    private UUID accepted() {
        var id = aid.asked(aid.person("入户甲"));
        aid.accepted(id);
        return id;
    }
}
