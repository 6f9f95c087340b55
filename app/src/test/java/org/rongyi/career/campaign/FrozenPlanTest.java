package org.rongyi.career.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.AgreeChange;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.policy.change.ProposeChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("方案审定时照什么算，到运行时还照什么算：以后改参数、改区划，已经公示的活动不变")
class FrozenPlanTest {

    private static final Actor.Office MAKER = Offices.of(Role.OFFICER, 440000000000L);
    private static final Actor.Office LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final long ELSEWHERE = 445281899000L;
    private static final long A_TOWN = 899000L;

    /** As the files say. */
    private static final Map<String, Integer> GIVEN = Map.of(
            "campaign.cost.home", 10,
            "campaign.cost.spouse", 5,
            "campaign.cost.priority", 150,
            "campaign.cost.ability", 10,
            "campaign.cost.waiting", 20,
            "campaign.cost.ahead", 2,
            "campaign.pairs.most", Campaign.MOST_COSTS,
            "campaign.pairs.near", 10,
            "campaign.pairs.spread", 10);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Policy policy;

    @Autowired
    private Divisions divisions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;

    /** Three people, three posts of one seat each, on notice. */
    @BeforeEach
    void onNotice() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("照审定的算的活动", List.of(Way.BY_SCORE, Way.DIRECTIVE), Priority.TIES));
        gathering.checked(campaign, "水厂运行", 1);
        gathering.checked(campaign, "收费管理", 1);
        gathering.checked(campaign, "管网巡线", 1);
        gathering.add(campaign, gathering.settled("定第一", 6), gathering.settled("定第二", 4), gathering.settled("定第三", 2));
        gathering
                .jobs()
                .sql("update campaign.post set place_now = :place where campaign_id = :id and code = 'P003'")
                .param("place", gathering.officer.unitCode().value() + A_TOWN)
                .param("id", campaign)
                .update();
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
    }

    @AfterEach
    void asBefore() {
        GIVEN.forEach(this::set);
    }

    @Test
    @DisplayName("抽签开启以后费用、规模的参数改了，生效日期倒填在公示以前：费用、公布的话、方案全文都不变，照样运行")
    void aBackDatedParameterChangesNothing() {
        var before = costs();
        gathering.drawn(campaign);
        var opened = costs();
        var text = publicly("/plan");
        assertThat(opened).as("审定以后、定名单以前和以后一样").isEqualTo(before).hasSize(9);
        set("campaign.cost.home", 30);
        set("campaign.cost.spouse", 20);
        set("campaign.cost.priority", 50);
        set("campaign.cost.ability", 30);
        set("campaign.cost.waiting", 40);
        set("campaign.cost.ahead", 4);
        set("campaign.pairs.most", 3);
        set("campaign.pairs.near", 1);
        set("campaign.pairs.spread", 1);
        assertThat(costs()).isEqualTo(opened);
        assertThat(publicly("")).contains("离安置地每远一级 10 分", "优先对象按 150% 计", "每缺一项加 10 分", "每少等半年加 20 分", "费用最低的 10 个");
        assertThat(publicly("/plan"))
                .isEqualTo(text)
                .contains("10 for each step from home, 5 from the spouse, 150% for who has priority")
                .contains("10 for each ability asked for and missing, 20 for each half-year")
                .contains(
                        "up to 10000000 pairs all, beyond them the 10 cheapest posts of each person and 10 spread out");
        assertThat(gathering.run(campaign)).isInstanceOf(RunCampaign.Outcome.Ran.class);
    }

    @Test
    @DisplayName("名单定下来以后，上班的地方划到别的市：费用照定名单那天的地方算，照样运行")
    void aRecodedPlaceChangesNothing() {
        gathering.drawn(campaign);
        var opened = costs();
        var town = new DivisionCode(gathering.officer.unitCode().value() + A_TOWN);
        program.getBean("campaignRecode", DivisionFollower.class)
                .recoded(town, new DivisionCode(ELSEWHERE), divisions.today());
        assertThat(gathering.posts(campaign)).extracting(PlacementPost::place).contains(new DivisionCode(ELSEWHERE));
        assertThat(costs()).isEqualTo(opened);
        assertThat(gathering.run(campaign)).isInstanceOf(RunCampaign.Outcome.Ran.class);
    }

    private String publicly(String page) {
        return new Browser(port)
                .get("/sunshine/" + gathering.read(campaign).number() + page)
                .body();
    }

    private List<Campaign.Cost> costs() {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Assembly.class)
                        .whole(gathering.read(campaign), "0".repeat(64), Map.of(), List.of())
                        .costs());
    }

    /** In force since long before the notice. */
    private void set(String which, int number) {
        var from = LocalDate.of(2026, 1, 1);
        if (policy.number(which, from) == number) {
            return;
        }
        var value = new NewValue(which, BigDecimal.valueOf(number), from, null, "粤退役军人发〔2026〕9 号", "", "按新文件调整");
        var acts = program.getBean(Acts.class);
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
