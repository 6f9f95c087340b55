package org.rongyi.career.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.SetAbilities;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("指令性分配：等了多久、以前落空几次、岗位要的能力，照定名单那天的进费用")
class WaitingCountsTest {

    /** 分 × 100. */
    private static final long HALF_YEAR = 2_000;

    private static final long ABILITY = 1_000;
    private static final long HOME = 1_000;

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
    @DisplayName("移交接收以后每满半年算一个；以前的活动审定了结果而没有安置上，再加一个；公布和运行都照它")
    void whoWasLeftOutCostsLess() {
        var first = gathering.settled("等第一", 8);
        var left = gathering.settled("等落空", 1);
        var earlier = campaign("前一次活动", List.of(), first, left);
        gathering.drawn(earlier);
        assertThat(gathering.run(earlier)).isInstanceOf(RunCampaign.Outcome.Ran.class);
        gathering
                .jobs()
                .sql("update campaign.run set approved_at = now() where campaign_id = :id")
                .param("id", earlier)
                .update();
        var alike = gathering.settled("等同日", 1);
        var late = gathering.settled("等新来", 1);
        gathering
                .jobs()
                .sql("update reception.reception set received_on = received_on + 365 where id = :id")
                .param("id", late)
                .update();
        var later = campaign("后一次活动", List.of(), left, alike, late);
        gathering.settle(later);
        var cost = costs(later);
        assertThat(cost.get("等同日") - cost.get("等落空")).isEqualTo(HALF_YEAR);
        assertThat(cost.get("等新来") - cost.get("等落空")).isEqualTo(3 * HALF_YEAR);
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("xian"))
                        .get("/campaigns/" + later + "/candidates/"
                                + named(later, "等落空").id())
                        .body())
                .contains("定名单那天算");
        gathering
                .jobs()
                .sql("update reception.reception set received_on = received_on + 365 where id = :id")
                .param("id", alike)
                .update();
        assertThat(costs(later)).as("定名单以后改了接收的日子，不变").isEqualTo(cost);
    }

    @Test
    @DisplayName("岗位要驾驶证：没有的多 10 分，有而另一人核对过的不多；名录里没有的不收；要的不一样的岗位是两个岗位")
    void anAbilityIsCheckedAndCounts() {
        var campaign = gathering.drafted(gathering.plan("看能力的活动"));
        assertThat(gathering.report(campaign, "司机", 1, List.of("FLYING")))
                .isInstanceOfSatisfying(
                        ReportPost.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("没有这项能力", "大型车辆驾驶证"));
        var reported = (ReportPost.Outcome.Reported) gathering.report(campaign, "司机", 1, List.of("LORRY"));
        assertThat(gathering.check(gathering.colleague, campaign, reported.subject()))
                .isInstanceOf(CheckPost.Outcome.Checked.class);
        assertThat(gathering.report(campaign, "司机", 1, List.of("LORRY")))
                .isInstanceOf(ReportPost.Outcome.AlreadyReported.class);
        gathering.checked(campaign, "司机", 1);
        gathering.add(campaign, gathering.settled("能没证", 2));
        var able = new AddCandidates.Entry(
                gathering.settled("能开车", 1), null, null, null, null, List.of("LORRY", "COLLEGE", "LORRY"));
        assertThat(gathering.perform(
                        gathering.officer,
                        AddCandidates.class,
                        new AddCandidates.Command(CommandId.fresh(gathering.officer), campaign, List.of(able))))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
        approve(campaign);
        gathering.shown(campaign);
        var end = new EndNotice.Command(CommandId.fresh(gathering.officer), campaign);
        assertThat(gathering.perform(gathering.officer, EndNotice.class, end))
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons())
                                .singleElement()
                                .asString()
                                .contains("能开车", "有的能力"));
        var check = gathering.checking(
                gathering.colleague, campaign, named(campaign, "能开车").id());
        assertThat(gathering.perform(gathering.colleague, CheckGrounds.class, check))
                .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        gathering.settle(campaign);
        assertThat(costs(campaign, "P001").get("能没证") - costs(campaign, "P001").get("能开车"))
                .isEqualTo(ABILITY);
        assertThat(costs(campaign, "P002").get("能没证"))
                .isEqualTo(costs(campaign, "P002").get("能开车"));
        assertThat(new Browser(port)
                        .get("/sunshine/" + gathering.read(campaign).number())
                        .body())
                .contains("要的能力：大型车辆驾驶证");
    }

    @Test
    @DisplayName("以前审定的方案没有写能力和等待：照 0 算，全文一个字也不多")
    void anOldPlanStands() {
        var campaign = campaign("以前审定的活动", List.of(), gathering.settled("旧一", 2), gathering.settled("旧二", 1));
        gathering
                .jobs()
                .sql(
                        "update campaign.campaign set cost_priority = 150, cost_ability = 0, cost_waiting = 0, cost_ahead = 0 where id = :id")
                .param("id", campaign)
                .update();
        assertThat(PlanText.of(gathering.read(campaign)))
                .contains(
                        "150% for who has priority; 0 steps within the town, 1 within the county, 2 within the city, 3 beyond\n")
                .doesNotContain("half-year");
        assertThat(gathering.read(campaign).directive().words()).doesNotContain("半年");
    }

    @Test
    @DisplayName("没有指令性分配的活动，不填志愿的没有岗位，以后不因此算多等")
    void whoTakesNoPartIsNotRewarded() {
        var idle = gathering.settled("等不填", 1);
        var earlier = campaign(
                gathering.plan("只按分数选的活动", List.of(Way.BY_SCORE), Priority.NONE),
                List.of(),
                gathering.settled("等也不填", 8),
                idle);
        gathering.drawn(earlier);
        assertThat(gathering.run(earlier)).isInstanceOf(RunCampaign.Outcome.Ran.class);
        gathering
                .jobs()
                .sql("update campaign.run set approved_at = now() where campaign_id = :id")
                .param("id", earlier)
                .update();
        var later = campaign("再后一次活动", List.of(), idle, gathering.settled("等同时", 1));
        gathering.settle(later);
        assertThat(costs(later).get("等不填")).isEqualTo(costs(later).get("等同时"));
    }

    @Test
    @DisplayName("方案没有设优先的，优先对象和别人一样算；设了的，距离按 150% 计，又算多等两个半年")
    void priorityCountsWhereThePlanGivesIt() {
        var without = prioritised("不设优先的活动", Priority.NONE);
        assertThat(costs(without).get("不设优先的活动优")).isEqualTo(costs(without).get("不设优先的活动平"));
        assertThat(gathering.read(without).directive().words()).doesNotContain("优先对象");
        var with = prioritised("设优先的活动", Priority.FIRST);
        assertThat(costs(with).get("设优先的活动平") - costs(with).get("设优先的活动优")).isEqualTo(2 * HALF_YEAR - HOME / 2);
        assertThat(gathering.read(with).directive().words()).contains("优先对象按 150% 计", "优先对象算多等 2 个半年");
    }

    /** Two people who differ in the ground alone. */
    private UUID prioritised(String title, Priority priority) {
        var campaign = gathering.drafted(gathering.plan(title, List.of(Way.BY_SCORE, Way.DIRECTIVE), priority));
        gathering.checked(campaign, "管网维护", 1);
        gathering.add(campaign, gathering.settled(title + "平", 1));
        var first = new AddCandidates.Entry(gathering.settled(title + "优", 1), null, "烈士子女", null, null, List.of());
        assertThat(gathering.perform(
                        gathering.officer,
                        AddCandidates.class,
                        new AddCandidates.Command(CommandId.fresh(gathering.officer), campaign, List.of(first))))
                .isEqualTo(new AddCandidates.Outcome.Added(campaign, 1, ""));
        assertThat(check(gathering.colleague, campaign, title + "优")).isInstanceOf(CheckGrounds.Outcome.Checked.class);
        approve(campaign);
        gathering.settle(campaign);
        return campaign;
    }

    @Test
    @DisplayName("已经列入的人也能登记能力：登记的人不能自己核对，没有核对的定不了名单；去掉的也要核对；定了名单谁也改不了，库里也改不了")
    void abilitiesAreEnteredLaterToo() {
        var campaign = gathering.drafted(gathering.plan("后来登记能力的活动"));
        var reported = (ReportPost.Outcome.Reported) gathering.report(campaign, "司机", 1, List.of("LORRY"));
        gathering.check(gathering.colleague, campaign, reported.subject());
        gathering.add(campaign, gathering.settled("后没证", 2), gathering.settled("后有证", 1), gathering.settled("后去掉", 1));
        approve(campaign);
        assertThat(set(gathering.officer, campaign, "后有证", "FLYING"))
                .isInstanceOfSatisfying(
                        SetAbilities.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("没有这项能力"));
        assertThat(set(Offices.of(Role.OFFICER, 441224000000L), campaign, "后有证", "LORRY"))
                .isEqualTo(new SetAbilities.Outcome.NotFound());
        assertThat(set(gathering.officer, campaign, "后有证", "LORRY")).isInstanceOf(SetAbilities.Outcome.Entered.class);
        assertThat(set(gathering.officer, campaign, "后有证", "LORRY")).isEqualTo(new SetAbilities.Outcome.AsBefore());
        assertThat(set(gathering.officer, campaign, "后去掉", "LORRY")).isInstanceOf(SetAbilities.Outcome.Entered.class);
        assertThat(check(gathering.officer, campaign, "后有证")).isEqualTo(new CheckGrounds.Outcome.SamePerson());
        assertThat(check(gathering.colleague, campaign, "后有证")).isInstanceOf(CheckGrounds.Outcome.Checked.class);
        assertThat(check(gathering.colleague, campaign, "后去掉")).isInstanceOf(CheckGrounds.Outcome.Checked.class);
        assertThat(set(gathering.colleague, campaign, "后去掉")).isInstanceOf(SetAbilities.Outcome.Entered.class);
        var shown = gathering.checking(
                gathering.officer, campaign, named(campaign, "后去掉").id());
        assertThat(set(gathering.colleague, campaign, "后去掉", "COLLEGE"))
                .isInstanceOf(SetAbilities.Outcome.Entered.class);
        assertThat(gathering.perform(gathering.officer, CheckGrounds.class, shown))
                .as("看过以后又改了的，不算核对过")
                .isEqualTo(new CheckGrounds.Outcome.Stale());
        assertThat(set(gathering.colleague, campaign, "后去掉")).isInstanceOf(SetAbilities.Outcome.Entered.class);
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(page.get("/campaigns/" + campaign + "/candidates/"
                                + named(campaign, "后去掉").id())
                        .body())
                .contains("登记、改正有的能力", "等另一位同事核对");
        var wrong = page.post(
                "/campaigns/" + campaign + "/candidates/"
                        + named(campaign, "后没证").id() + "/abilities",
                Map.of(
                        "_command", Ids.next().toString(),
                        "_post", gathering.officer.post().toString(),
                        "abilities", "FLYING"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("没有这项能力：FLYING；可以写的有");
        gathering.shown(campaign);
        var end = new EndNotice.Command(CommandId.fresh(gathering.officer), campaign);
        assertThat(gathering.perform(gathering.officer, EndNotice.class, end))
                .isInstanceOfSatisfying(
                        EndNotice.Outcome.StillOpen.class,
                        open -> assertThat(open.reasons())
                                .singleElement()
                                .asString()
                                .contains("后去掉", "有的能力"));
        assertThat(check(gathering.officer, campaign, "后去掉")).isInstanceOf(CheckGrounds.Outcome.Checked.class);
        gathering.settle(campaign);
        assertThat(costs(campaign).get("后没证") - costs(campaign).get("后有证")).isEqualTo(ABILITY);
        assertThat(costs(campaign).get("后去掉")).isEqualTo(costs(campaign).get("后没证"));
        assertThat(set(gathering.officer, campaign, "后没证", "LORRY")).isEqualTo(new SetAbilities.Outcome.NotNow());
        for (var change : List.of(
                "candidate set waited_then = 99",
                "candidate set abilities = '{}'",
                "candidate set home_then = 1",
                "post set abilities = '{}'",
                "post set place_then = 1")) {
            assertThatThrownBy(() -> gathering
                            .jobs()
                            .sql("update campaign." + change + " where campaign_id = :id")
                            .param("id", campaign)
                            .update())
                    .as(change)
                    .hasMessageContaining("does not change");
        }
    }

    private SetAbilities.Outcome set(Actor.Office who, UUID campaign, String name, String... abilities) {
        var command = new SetAbilities.Command(
                CommandId.fresh(who), campaign, named(campaign, name).id(), List.of(abilities));
        return gathering.perform(who, SetAbilities.class, command);
    }

    private CheckGrounds.Outcome check(Actor.Office who, UUID campaign, String name) {
        var command = gathering.checking(who, campaign, named(campaign, name).id());
        return gathering.perform(who, CheckGrounds.class, command);
    }

    private UUID campaign(String title, List<String> abilities, UUID... receptions) {
        return campaign(gathering.plan(title), abilities, receptions);
    }

    private UUID campaign(CampaignPlan plan, List<String> abilities, UUID... receptions) {
        var campaign = gathering.drafted(plan);
        var reported = (ReportPost.Outcome.Reported) gathering.report(campaign, "管网维护", 1, abilities);
        gathering.check(gathering.colleague, campaign, reported.subject());
        gathering.add(campaign, receptions);
        approve(campaign);
        return campaign;
    }

    private void approve(UUID campaign) {
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
    }

    private Map<String, Long> costs(UUID campaign) {
        return costs(campaign, "P001");
    }

    /** By name, what that post costs. */
    private Map<String, Long> costs(UUID campaign, String post) {
        return transactions.read(gathering.officer, () -> {
            var names = program.getBean(Candidates.class).of(campaign).stream()
                    .collect(Collectors.toMap(Candidate::pseudonym, Candidate::name));
            return program
                    .getBean(Assembly.class)
                    .whole(gathering.read(campaign), "0".repeat(64), Map.of(), List.of())
                    .costs()
                    .stream()
                    .filter(one -> one.post().equals(post))
                    .collect(Collectors.toMap(
                            one -> names.get(one.candidate()),
                            (Campaign.Cost one) -> one.cost().longValueExact()));
        });
    }

    private Candidate named(UUID campaign, String name) {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Candidates.class).of(campaign).stream()
                        .filter(who -> who.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
