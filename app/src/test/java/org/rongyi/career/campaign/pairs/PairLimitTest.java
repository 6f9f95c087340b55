package org.rongyi.career.campaign.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.EditPlan;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.AgreeChange;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.policy.change.ProposeChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("指令性分配的规模：算不下的，在审定方案以前就说，加人、加岗位时也说；算得下一部分的照公布的规则算")
class PairLimitTest {

    private static final Actor.Office MAKER = Offices.of(Role.OFFICER, 440000000000L);
    private static final Actor.Office LEADER = Offices.of(Role.LEADER, 440000000000L);

    private static final String UNIT = "91441223888888888";
    private static final List<String> TITLES =
            List.of("活动编号*", "单位*", "统一社会信用代码*", "单位性质*", "岗位*", "上班的地方*", "人数*", "其中预留", "岗位条件*", "报送文号*");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Divisions divisions;

    @Autowired
    private Policy policy;

    private Gathering gathering;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
    }

    @AfterEach
    void asBefore() {
        set("most", Campaign.MOST_COSTS);
        set("near", 10);
        set("spread", 10);
    }

    @Test
    @DisplayName("三万人乘一万两千个岗位：每人算二十个，算得下；每人算一千个，算不下，说出多少和怎么办")
    void theSizeOfAProvince() {
        assertThat(new PairLimit.Limit(10_000_000, 10, 10).trouble(30_000, 12_000, false))
                .isEmpty();
        assertThat(new PairLimit.Limit(10_000_000, 900, 100)
                        .trouble(30_000, 12_000, false)
                        .orElseThrow())
                .contains("参加人 30000 名", "岗位 12000 个", "每人只算 1000 个", "30000000 个", "10000000 个", "分成几次活动", "政策参数");
        assertThat(new PairLimit.Limit(10_000_000, 900, 100)
                        .trouble(30_000, 12_000, true)
                        .orElseThrow())
                .contains("不能再加人、加岗位", "下一次活动");
        assertThat(new PairLimit.Limit(10_000_000, 900, 100).trouble(3_000, 3_000, false))
                .isEmpty();
    }

    @Test
    @DisplayName("参数调到文件装不下的、或者另加一个也没有的：方案里写的就是算的")
    void thePlanSaysWhatIsReckoned() {
        set("most", 20_000_000);
        set("spread", 0);
        var id = gathering.drafted(gathering.plan("参数调过的活动"));
        var draft = program.getBean(Transactions.class)
                .read(
                        gathering.chief,
                        () -> program.getBean(PlacementCampaigns.class).find(id).orElseThrow());
        var terms = program.getBean(DirectivePolicy.class).of(draft);
        assertThat(terms.most()).isEqualTo(Campaign.MOST_COSTS);
        assertThat(terms.spread()).isEqualTo(1);
        assertThat(terms.words()).contains("不超过 10,000,000 的", "均匀分到的 1 个");
    }

    @Test
    @DisplayName("拟定时算不下：加人、加岗位都不收；方案后来才加上指令性分配的，审定以前说")
    void beforeTheApproval() {
        set("most", 3);
        set("near", 1);
        set("spread", 1);
        var plan = gathering.plan("算不下的活动");
        var without = with(plan, List.of(Way.BY_SCORE));
        var campaign = gathering.drafted(without);
        gathering.checked(campaign, "抄表员", 1);
        gathering.checked(campaign, "收费员", 1);
        gathering.add(campaign, gathering.settled("算一", 1), gathering.settled("算二", 2));
        edit(campaign, plan);
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOfSatisfying(
                        ApprovePlan.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("参加人 2 名", "岗位 2 个", "最多的 3 个"));
        assertThat(gathering.add(campaign, gathering.settled("算三", 3)))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("参加人 3 名"));
        assertThat(gathering.report(campaign, "巡线员", 1))
                .isInstanceOfSatisfying(
                        ReportPost.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("岗位 3 个"));
        edit(campaign, without);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
    }

    @Test
    @DisplayName("审定以后再加就算不下的，不收；全部算不下而一部分算得下的，每人最近的和均匀分到的进文件")
    void afterTheApproval() {
        set("most", 7);
        set("near", 2);
        set("spread", 1);
        var campaign = gathering.drafted(gathering.plan("只算一部分的活动"));
        for (var title : List.of("抄表员", "收费员", "巡线员", "化验员")) {
            gathering.checked(campaign, title, 1);
        }
        gathering.add(campaign, gathering.settled("近一", 1), gathering.settled("近二", 2));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        assertThat(gathering.add(campaign, gathering.settled("近三", 3)))
                .isInstanceOfSatisfying(
                        AddCandidates.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("不能再加人"));
        var shown = costs(campaign);
        var perPerson = shown.stream().collect(Collectors.groupingBy(Campaign.Cost::candidate, Collectors.counting()));
        assertThat(perPerson).hasSize(2);
        assertThat(perPerson.values()).allSatisfy(many -> assertThat(many).isBetween(2L, 3L));
        set("most", Campaign.MOST_COSTS);
        assertThat(costs(campaign)).as("审定以后改参数的，不变").isEqualTo(shown);
    }

    @Test
    @DisplayName("导入岗位：一张表里的岗位加起来算不下的，核对表格时就说；表里写了两遍的只算一个")
    void aSheetIsCountedWithTheRowsBefore() {
        set("most", 3);
        set("near", 1);
        set("spread", 1);
        var campaign = gathering.drafted(gathering.plan("一张表算不下的活动"));
        gathering.add(campaign, gathering.settled("表一", 1), gathering.settled("表二", 2));
        var number = gathering.read(campaign).number();
        var desk = new ImportDesk(program);
        var rows = List.of(row(number, "线路工"), row(number, "线路工"), row(number, "抄表员"), row(number, "线路工"));
        var batch = desk.checked(gathering.officer, "posts", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).as("可以录入、已有、退回").containsExactly(3, 0, 1, 0);
        assertThat(desk.reasons(gathering.officer, batch))
                .singleElement()
                .asString()
                .contains("参加人 2 名", "岗位 2 个", "最多的 3 个");
        assertThat(gathering.posts(campaign)).isEmpty();
    }

    private List<String> row(String number, String title) {
        var code = UNIT + CreditCode.checkCharacter(UNIT);
        var place = gathering.officer.unitCode().toString();
        return List.of(
                number, "县电力公司", code, UnitNature.STATE_ENTERPRISE.zh(), title, place, "1", "", "不限", "县电字〔2026〕9 号");
    }

    private List<Campaign.Cost> costs(UUID campaign) {
        return program.getBean(Transactions.class)
                .read(
                        gathering.officer,
                        () -> program.getBean(Assembly.class)
                                .whole(gathering.read(campaign), "0".repeat(64), Map.of(), List.of())
                                .costs());
    }

    private void edit(UUID campaign, CampaignPlan plan) {
        assertThat(gathering.perform(
                        gathering.officer,
                        EditPlan.class,
                        new EditPlan.Command(CommandId.fresh(gathering.officer), campaign, plan)))
                .isInstanceOf(EditPlan.Outcome.Edited.class);
    }

    private static CampaignPlan with(CampaignPlan plan, List<Way> ways) {
        return new CampaignPlan(
                plan.title(),
                ways,
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources());
    }

    /** From today on, in the place of what was set before. */
    private void set(String which, int number) {
        if (policy.number("campaign.pairs." + which, divisions.today()) == number) {
            return;
        }
        var value = new NewValue(
                "campaign.pairs." + which,
                BigDecimal.valueOf(number),
                divisions.today(),
                null,
                "粤退役军人发〔2026〕9 号",
                "",
                "按新文件调整");
        var proposed = acts.perform(
                MAKER, program.getBean(ProposeChange.class), new ProposeChange.Command(CommandId.fresh(MAKER), value));
        var change = ((ProposeChange.Outcome.Proposed) proposed).subject();
        assertThat(acts.perform(
                        LEADER,
                        program.getBean(AgreeChange.class),
                        new AgreeChange.Command(CommandId.fresh(LEADER), change)))
                .isInstanceOf(AgreeChange.Outcome.Agreed.class);
    }
}
