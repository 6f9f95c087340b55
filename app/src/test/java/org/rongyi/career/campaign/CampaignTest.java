package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("阳光安置：拟定方案，谁看得到")
class CampaignTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
    }

    @Test
    @DisplayName("方案照写的留着；拟定时可以改，编号不重复")
    void aPlanIsKeptAsWritten() {
        var plan = gathering.plan("拟定方案");
        var id = gathering.drafted(plan);
        assertThat(gathering.read(id).plan()).isEqualTo(plan);
        assertThat(gathering.read(id).stage()).isEqualTo(CampaignStage.DRAFT);
        assertThat(plan.leastOf(0)).isZero();
        assertThat(plan.leastOf(3)).isEqualTo(plan.least());
        assertThat(gathering.read(gathering.drafted(plan)).number())
                .isNotEqualTo(gathering.read(id).number());
        var other = gathering.plan("改过的方案");
        assertThat(gathering.perform(
                        gathering.chief,
                        EditPlan.class,
                        new EditPlan.Command(CommandId.fresh(gathering.chief), id, other)))
                .isEqualTo(new EditPlan.Outcome.Edited(id));
        assertThat(gathering.read(id).plan()).isEqualTo(other);
    }

    @Test
    @DisplayName("办不成的方案不收：来源不够、没写几点公布、截止以前就公布、截止三十天以后才公布、截止在开始以前、同一种方式两次")
    void whatCannotBeCarriedOutIsNotTaken() {
        var plan = gathering.plan("办不成");
        assertThat(field(with(plan, plan.ways(), List.of("只有一个"), Duration.ofDays(17))))
                .isEqualTo("sources");
        assertThat(field(with(
                        plan,
                        plan.ways(),
                        List.of("双色球开奖号码", gathering.speaking(30, "深证成指收盘点位")),
                        Duration.ofDays(17))))
                .as("it does not say when it speaks")
                .isEqualTo("sources");
        assertThat(field(with(
                        plan,
                        plan.ways(),
                        List.of(gathering.speaking(30, "双色球开奖号码"), gathering.speaking(16, "深证成指收盘点位")),
                        Duration.ofDays(17))))
                .as("it speaks while wishes are still taken")
                .isEqualTo("sources");
        assertThat(field(with(
                        plan,
                        plan.ways(),
                        List.of(gathering.speaking(30, "双色球开奖号码"), gathering.speaking(48, "深证成指收盘点位")),
                        Duration.ofDays(17))))
                .as("the result would wait for it for longer than thirty days")
                .isEqualTo("sources");
        assertThat(field(with(plan, plan.ways(), plan.sources(), Duration.ofDays(9))))
                .isEqualTo("closesOn");
        assertThat(field(with(plan, List.of(Way.BY_SCORE, Way.BY_SCORE), plan.sources(), Duration.ofDays(17))))
                .isEqualTo("way1");
    }

    @Test
    @DisplayName("得分公示不能比规定的工作日少")
    void scoresAreShownAsLongAsTheyHaveToBe() {
        var plan = gathering.plan("公示太短");
        assertThat(field(shown(plan, 4))).isEqualTo("noticeDays");
        assertThat(field(shown(plan, 5))).isEmpty();
        assertThat(field(shown(plan, 10))).isEmpty();
    }

    private static CampaignPlan shown(CampaignPlan plan, int days) {
        return new CampaignPlan(
                plan.title(),
                plan.ways(),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                days,
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources());
    }

    private CampaignPlan with(CampaignPlan plan, List<Way> ways, List<String> sources, Duration closes) {
        return new CampaignPlan(
                plan.title(),
                ways,
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                gathering.now.plus(closes),
                plan.silent(),
                sources);
    }

    private String field(CampaignPlan plan) {
        var outcome = gathering.perform(
                gathering.officer,
                DraftCampaign.class,
                new DraftCampaign.Command(CommandId.fresh(gathering.officer), plan));
        return outcome instanceof DraftCampaign.Outcome.Wanting(var field, var ignored) ? field : "";
    }

    @Test
    @DisplayName("拟定中的只有主办地的上下级看得到：别处的局、本人、公众都看不到")
    void aDraftIsSeenAtHomeOnly() {
        var id = gathering.drafted(gathering.plan("谁看得到"));
        var campaigns = program.getBean(PlacementCampaigns.class);
        var elsewhere = TestCounty.office(program, "cun2");
        assertThat(transactions.read(elsewhere, () -> campaigns.find(id))).isEmpty();
        var self = new Actor.Self(Ids.next(), "本人", UUID.randomUUID());
        assertThat(transactions.read(self, () -> campaigns.find(id))).isEmpty();
        assertThat(transactions.read(new Actor.Visitor(), () -> campaigns.find(id)))
                .isEmpty();
        var city = TestCounty.office(program, "shi");
        assertThat(transactions.read(city, () -> campaigns.find(id, city.scope())))
                .isPresent();
        assertThat(gathering.perform(
                        city, EditPlan.class, new EditPlan.Command(CommandId.fresh(city), id, gathering.plan("上级来改"))))
                .isEqualTo(new EditPlan.Outcome.NotFound());
    }

    @Test
    @DisplayName("表单上拟定：没有填全的指出来，填好的进到活动的页面")
    void itIsDraftedOnTheForm() {
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/new").body())
                .as("照这里的规定开头")
                .contains(
                        "依据：系统默认，待业务确认。八一勋章", "没有见到这里的规定，可以换次序、少用几条：最高奖励等级，然后服役时间，然后艰苦边远服役月数，然后残疾等级，然后年龄（系统默认，待业务确认）");
        var form = new LinkedHashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", gathering.officer.post().toString());
        form.put("title", "表单拟定的活动");
        assertThat(officer.post("/campaigns/new", form).body()).contains("请填写公示几个工作日");
        form.put("way1", "BY_SCORE");
        form.put("tie1", "SERVICE");
        form.put("priority", "NONE");
        form.put("noticeDays", "5");
        form.put("least", "1");
        form.put("most", "8");
        form.put("opensOn", "2027-03-01");
        form.put("opensAt", "09:00");
        form.put("closesOn", "2027-03-05");
        form.put("closesAt", "17:00");
        form.put("sources", "2027-03-05 21:15 双色球开奖号码\n2027-03-08 15:00 深证成指收盘点位");
        form.put("silent", "不计入");
        form.put("_command", Ids.next().toString());
        var sent = officer.post("/campaigns/new", form);
        assertThat(sent.statusCode()).isEqualTo(303);
        var page =
                officer.get(sent.headers().firstValue("location").orElseThrow()).body();
        assertThat(page).contains("表单拟定的活动", "赋分选岗", "2027年3月5日 17:00");
        assertThat(officer.get("/campaigns").body()).contains("表单拟定的活动");
    }
}
