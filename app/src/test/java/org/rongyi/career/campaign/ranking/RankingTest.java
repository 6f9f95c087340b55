package org.rongyi.career.campaign.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.OpenWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("双向选择：单位自己排序，两人照文各填一遍、封存到运行；单位排在前的先得，没有排的不要")
class RankingTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;
    private UUID post;
    private Map<String, Candidate> people;

    /** Two people for one seat; the list is settled and wishes are taken. */
    @BeforeEach
    void settled() {
        gathering = new Gathering(program);
        var plan = gathering.plan("单位排序的活动");
        campaign = gathering.drafted(new CampaignPlan(
                plan.title(),
                List.of(Way.TWO_SIDED),
                plan.ties(),
                plan.priority(),
                plan.least(),
                plan.most(),
                plan.noticeDays(),
                plan.opens(),
                plan.closes(),
                plan.silent(),
                plan.sources()));
        post = gathering.checked(campaign, "水质化验", 1);
        gathering.add(campaign, gathering.settled("排高", 6), gathering.settled("排低", 2), gathering.settled("排外", 4));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
        people = transactions
                .read(gathering.officer, () -> program.getBean(Candidates.class).of(campaign))
                .stream()
                .collect(Collectors.toMap(Candidate::name, one -> one));
        assertThat(rank(gathering.officer, "排低")).as("名单还没有定").isEqualTo(new RankForUnit.Outcome.NotNow());
        gathering.shown(campaign);
        assertThat(gathering.perform(
                        gathering.officer,
                        EndNotice.class,
                        new EndNotice.Command(CommandId.fresh(gathering.officer), campaign)))
                .isInstanceOf(EndNotice.Outcome.Ended.class);
    }

    @Test
    @DisplayName("一人填了不算，另一人填得不一样核不过；一致以后谁也不能改；页面上、库里都看不到排了谁")
    void twoTypeTheSame() {
        var wrong = new RankForUnit.Command(
                CommandId.fresh(gathering.officer), campaign, post, List.of("没有"), "县水字〔2026〕9 号");
        assertThat(gathering.perform(gathering.officer, RankForUnit.class, wrong))
                .isInstanceOf(RankForUnit.Outcome.Wanting.class);
        assertThat(rank(gathering.officer, "排高")).isEqualTo(new RankForUnit.Outcome.Entered(post));
        assertThat(rank(gathering.officer, "排低", "排高")).as("自己重填").isEqualTo(new RankForUnit.Outcome.Entered(post));
        assertThat(rank(gathering.colleague, "排高", "排低")).isEqualTo(new RankForUnit.Outcome.Differs());
        assertThat(confirmed()).isEmpty();
        assertThat(rank(gathering.colleague, "排低", "排高")).isEqualTo(new RankForUnit.Outcome.Confirmed(post));
        assertThat(rank(gathering.officer, "排高")).isEqualTo(new RankForUnit.Outcome.Frozen());
        var row = gathering
                .jobs()
                .sql("select to_jsonb(r)::text from campaign.post_ranking r where r.id = :id")
                .param("id", post)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(people.get("排低").pseudonym());
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + campaign + "/posts").body())
                .contains("单位自己排了序的岗位 1 个", "/posts/" + post + "/ranking", "（已核对）");
        var path = "/campaigns/" + campaign + "/posts/" + post;
        assertThat(officer.get(path).body()).contains(path + "/ranking");
        assertThat(officer.get(path + "/ranking").body())
                .contains("核对一致，封存到运行")
                .doesNotContain(people.get("排低").pseudonym());
    }

    @Test
    @DisplayName("得分低的单位排在前，就是他的；得分第二的单位没有排，得不到；没有核对一致的，不开启抽签")
    void theUnitsOrderDecides() {
        rank(gathering.officer, "排低", "排高");
        var wishing = new Wishing(program, gathering, campaign).sealed();
        people.values()
                .forEach(who ->
                        assertThat(wishing.handIn(who, "P001")).isInstanceOf(HandInWishes.Outcome.HandedIn.class));
        assertThat(open())
                .isInstanceOfSatisfying(
                        OpenDraw.Outcome.StillOpen.class,
                        still -> assertThat(still.reasons())
                                .anyMatch(one -> one.contains("P001") && one.contains("排序")));
        rank(gathering.colleague, "排低", "排高");
        gathering.past(campaign);
        assertThat(rank(gathering.officer, "排高")).isEqualTo(new RankForUnit.Outcome.Frozen());
        for (int position = 1; position <= 2; position++) {
            gathering.perform(
                    gathering.officer,
                    EnterSource.class,
                    new EnterSource.Command(
                            CommandId.fresh(gathering.officer), campaign, position, "数值 " + position, "官网"));
            gathering.perform(
                    gathering.colleague,
                    ConfirmSource.class,
                    new ConfirmSource.Command(
                            CommandId.fresh(gathering.colleague), campaign, position, "数值 " + position));
        }
        wishing.open(wishing.made.shares().get(0), wishing.made.shares().get(2));
        assertThat(open()).isEqualTo(new OpenDraw.Outcome.Opened(campaign));
        assertThat(gathering.perform(
                        gathering.officer,
                        RunCampaign.class,
                        new RunCampaign.Command(CommandId.fresh(gathering.officer), campaign)))
                .isInstanceOf(RunCampaign.Outcome.Ran.class);
        var placed = transactions.read(gathering.officer, () -> {
            var runs = program.getBean(Runs.class);
            return runs.placed(runs.valid(campaign).orElseThrow().id());
        });
        assertThat(placed.stream().filter(one -> one.post() != null).toList())
                .extracting(Runs.Placed::name)
                .containsExactly("排低");
    }

    @Test
    @DisplayName("没有核对一致的，志愿也不能开启；负责人撤得下录错的，核对一致的撤不了；撤了重新填，就能开启")
    void aMistypedOneDoesNotHoldUpTheCampaign() {
        rank(gathering.officer, "排高");
        assertThat(rank(gathering.colleague, "排低", "排高")).isEqualTo(new RankForUnit.Outcome.Differs());
        var wishing = new Wishing(program, gathering, campaign).sealed();
        people.values().forEach(who -> wishing.handIn(who, "P001"));
        gathering.past(campaign);
        var shares = wishing.made.shares();
        assertThat(wishing.open(shares.get(0), shares.get(2)))
                .isInstanceOfSatisfying(
                        OpenWishes.Outcome.StillOpen.class,
                        still -> assertThat(still.reasons())
                                .anyMatch(one -> one.contains("P001") && one.contains("排序")));
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(browser.get("/campaigns/" + campaign).body()).contains("核对单位的排序");
        var path = "/campaigns/" + campaign + "/posts/" + post + "/ranking";
        assertThat(browser.get(path).body()).as("不是负责人").doesNotContain(path + "/withdrawal");
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get(path).body()).contains(path + "/withdrawal");
        assertThat(withdraw()).isEqualTo(new WithdrawRanking.Outcome.Withdrawn(post));
        assertThat(withdraw()).isEqualTo(new WithdrawRanking.Outcome.NotFound());
        assertThat(rank(gathering.colleague, "排低", "排高")).isEqualTo(new RankForUnit.Outcome.Entered(post));
        assertThat(rank(gathering.chief, "排低", "排高")).isEqualTo(new RankForUnit.Outcome.Confirmed(post));
        assertThat(withdraw()).isEqualTo(new WithdrawRanking.Outcome.Frozen());
        assertThat(wishing.open(shares.get(0), shares.get(2))).isInstanceOf(OpenWishes.Outcome.Opened.class);
    }

    private WithdrawRanking.Outcome withdraw() {
        var chief = gathering.chief;
        return gathering.perform(
                chief, WithdrawRanking.class, new WithdrawRanking.Command(CommandId.fresh(chief), campaign, post));
    }

    private OpenDraw.Outcome open() {
        return gathering.perform(
                gathering.officer, OpenDraw.class, new OpenDraw.Command(CommandId.fresh(gathering.officer), campaign));
    }

    private Map<UUID, List<String>> confirmed() {
        return transactions.read(
                gathering.officer, () -> program.getBean(Rankings.class).confirmed(campaign));
    }

    private RankForUnit.Outcome rank(Actor.Office who, String... names) {
        var order = java.util.Arrays.stream(names)
                .map(name -> Objects.requireNonNull(people.get(name)).pseudonym())
                .toList();
        return gathering.perform(
                who,
                RankForUnit.class,
                new RankForUnit.Command(CommandId.fresh(who), campaign, post, order, "县水字〔2026〕9 号"));
    }
}
